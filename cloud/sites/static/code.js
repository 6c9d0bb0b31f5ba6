// Puts the dash into a code while it is typed. The server reads the code with or without it.
"use strict";

const field = document.getElementById("device-user-code");
field.addEventListener("input", (event) => {
  if (event.isComposing || field.selectionStart !== field.value.length) return;
  const letters = field.value.normalize("NFKC").toUpperCase().replace(/[^A-Z]/g, "");
  if (letters.length > 8) return;
  const deleting = event.inputType && event.inputType.startsWith("delete");
  field.value = letters.length > 4 || (letters.length === 4 && !deleting) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;
});
