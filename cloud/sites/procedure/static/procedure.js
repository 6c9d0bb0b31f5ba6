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

// What is typed is kept on the server a moment later, so that no closed tab or switched language loses it.
for (const form of document.querySelectorAll("form[data-keep]")) {
  let waiting = 0;
  let dirty = false;
  let sending = false;
  let stopped = false; // another window has changed the order: from here on only a button sends
  const keep = () => {
    window.clearTimeout(waiting);
    if (!dirty || stopped || form.dataset.sent) return;
    if (sending) return;
    dirty = false;
    sending = true;
    fetch(form.dataset.keep, { method: "POST", body: new FormData(form), keepalive: true, credentials: "same-origin" })
      .then((answer) => (answer.ok ? answer.text() : null))
      .then((version) => { if (version) form.querySelector("[data-version]").value = version; else stopped = true; })
      .catch(() => { dirty = true; })
      .finally(() => { sending = false; if (dirty && !stopped) waiting = window.setTimeout(keep, 700); });
  };
  form.addEventListener("input", () => { dirty = true; window.clearTimeout(waiting); waiting = window.setTimeout(keep, 700); });
  form.addEventListener("change", () => { dirty = true; keep(); });
  window.addEventListener("pagehide", keep);
}

for (const button of document.querySelectorAll("[data-prints]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
