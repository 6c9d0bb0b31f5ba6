// Shows, while a person types, which points of the password rule are met; and shows or hides what was typed.
// The server decides (rules/passwords.py of identity and points); without this file the page works too.
"use strict";

const POINTS = {
  length: (text, field) => text.length >= Number(field.dataset.minLength),
  letter: (text) => /\p{L}/u.test(text),
  digit: (text) => /\p{Nd}/u.test(text),
  half_width: (_text, field) => /^[A-Za-z0-9]+$/.test(field.value),
  not_email: (text, field) => {
    const name = document.getElementById(field.dataset.email).value.normalize("NFKC").split("@")[0].toLowerCase();
    return text.length > 0 && !(name.length >= 3 && text.toLowerCase().includes(name));
  },
};

function showRule(field) {
  const rule = document.getElementById(field.dataset.rule);
  const text = field.value.normalize("NFKC");
  for (const item of rule.querySelectorAll("[data-point]")) {
    const met = POINTS[item.dataset.point](text, field);
    const open = !met && field.getAttribute("aria-invalid") === "true"; // no scolding before the first try
    item.classList.toggle("met", met);
    item.classList.toggle("open", open);
    item.querySelector(".mark").textContent = met ? "✓" : open ? "×" : "○";
    item.querySelector(".state").textContent = ` (${met ? rule.dataset.met : rule.dataset.open})`;
  }
}

for (const field of document.querySelectorAll("[data-rule]")) {
  field.addEventListener("input", () => showRule(field));
  if (field.dataset.email) document.getElementById(field.dataset.email).addEventListener("input", () => showRule(field));
  showRule(field);
}

for (const button of document.querySelectorAll("[data-reveals]")) {
  const field = document.getElementById(button.dataset.reveals);
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = field.type === "password";
    field.type = shown ? "text" : "password";
    button.textContent = shown ? button.dataset.hide : button.dataset.show;
    button.setAttribute("aria-pressed", String(shown));
  });
  field.form.addEventListener("submit", () => { field.type = "password"; });
}
