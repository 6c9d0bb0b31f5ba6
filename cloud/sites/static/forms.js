// Helps where a script can; every page works without it and the server decides.
"use strict";

// A summary of errors is read first.
const summary = document.querySelector(".summary[tabindex]");
if (summary) summary.focus();

// A button that needs a tick looks so, and works as soon as the tick is there.
for (const button of document.querySelectorAll("[data-needs]")) {
  const tick = document.getElementById(button.dataset.needs);
  const follow = () => { button.disabled = !tick.checked; };
  tick.addEventListener("change", follow);
  window.addEventListener("pageshow", follow);
  follow();
}

// One press sends once. The way back makes the page fresh again.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    for (const button of form.querySelectorAll("button.main")) button.classList.add("busy");
  });
  window.addEventListener("pageshow", () => {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button.main")) button.classList.remove("busy");
  });
}

for (const button of document.querySelectorAll("[data-prints]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
