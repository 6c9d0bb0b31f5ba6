// Helps where a script can; every page works without it.
"use strict";

// A card of the demonstration fills in its number and its kind.
for (const button of document.querySelectorAll("[data-card]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const number = document.getElementById("aeon-card-number");
    number.value = button.dataset.card;
    document.getElementById(button.dataset.kind).checked = true;
    number.focus();
  });
}

// Who changes the language in the middle of the form finds what was typed; a card's number is not kept.
const KEPT = "aeon-form";
for (const form of document.querySelectorAll("form[data-in-two-languages]")) {
  const fields = [...form.querySelectorAll("input:not([type='hidden'])")].filter((field) => field.name !== "card_number");
  const before = JSON.parse(sessionStorage.getItem(KEPT) || "{}");
  sessionStorage.removeItem(KEPT);
  for (const field of fields) {
    if (field.type === "radio") field.checked = field.checked || before[field.id] === true;
    else field.value = field.value || before[field.id] || "";
  }
  for (const link of document.querySelectorAll(".languages a")) {
    link.addEventListener("click", () => {
      const typed = fields.map((field) => [field.id, field.type === "radio" ? field.checked : field.value]);
      sessionStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(typed)));
    });
  }
}

// What was issued goes to the clipboard; where that is not allowed, it is marked for the person to copy.
for (const button of document.querySelectorAll("[data-copies]")) {
  const source = document.getElementById(button.dataset.copies);
  button.hidden = false;
  button.addEventListener("click", () => {
    const done = () => { button.textContent = button.dataset.done; button.classList.add("done"); };
    const mark = () => { getSelection().selectAllChildren(source); if (document.execCommand("copy")) done(); };
    if (navigator.clipboard) navigator.clipboard.writeText(source.dataset.plain).then(done, mark);
    else mark();
  });
}
