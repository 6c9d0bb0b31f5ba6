// Takes a name and an e-mail address that were typed along to the page in the other language, or to the form beside
// it (log in, register): in the address's fragment, which no server sees. A password is never taken along.
"use strict";

const fields = [...document.querySelectorAll("input[autocomplete=name], input[autocomplete=username]")];

const brought = new URLSearchParams(location.hash.slice(1));
for (const field of fields) if (!field.value && brought.has(field.name)) field.value = brought.get(field.name);
if (brought.size) history.replaceState(history.state, "", location.pathname + location.search);

for (const link of document.querySelectorAll(".languages a, .other a")) {
  link.addEventListener("click", () => {
    link.hash = new URLSearchParams(fields.filter((field) => field.value).map((field) => [field.name, field.value]));
  });
}
