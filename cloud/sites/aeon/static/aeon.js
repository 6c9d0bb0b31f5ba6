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
