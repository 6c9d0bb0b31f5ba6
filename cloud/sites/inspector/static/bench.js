// Keeps the page fresh without moving it: only what changed is replaced, and what was unfolded or scrolled stays so.
"use strict";

const EVERY = 2000;
const content = document.getElementById("bench-content");
const refresh = document.getElementById("bench-refresh");
const filter = document.getElementById("bench-filter");
let last = content.innerHTML;

function places() {
  const open = [...content.querySelectorAll("details[open]")].map((one) => one.id);
  const scrolled = [...content.querySelectorAll(".scroll table")].map((one) => [one.id, one.parentElement.scrollLeft]);
  return { open, scrolled, top: window.scrollY };
}

function restore({ open, scrolled, top }) {
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  for (const [id, left] of scrolled) {
    const table = document.getElementById(id);
    if (table) table.parentElement.scrollLeft = left;
  }
  window.scrollTo(0, top);
}

async function update() {
  if (document.hidden || !refresh.checked || String(window.getSelection())) return;
  const address = new URL(window.location.href);
  for (const [name, value] of new FormData(filter)) address.searchParams.set(name, value);
  address.searchParams.set("part", "tables");
  try {
    const answer = await fetch(address);
    const text = answer.ok ? await answer.text() : null;
    document.body.classList.toggle("away", !answer.ok);
    if (text === null || text === last) return;
    last = text;
    const kept = places();
    content.innerHTML = text;
    restore(kept);
  } catch {
    document.body.classList.add("away"); // the server is gone; it may come back
  }
}

document.getElementById("bench-actor").addEventListener("change", update);
document.getElementById("bench-q").addEventListener("input", update);
setInterval(update, EVERY);
