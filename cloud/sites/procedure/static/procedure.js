// Keeps what is typed into an order; the rest of the helps is in forms.js. Every page works without them.
"use strict";

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
