// Judging by key: y, n, m, s, z. Every form works without this file.
"use strict";
(() => {
  const codes = { KeyY: "y", KeyN: "n", KeyM: "m", KeyS: "s", KeyZ: "z" };
  const item = () => document.activeElement?.closest("[data-item]") ?? document.querySelector("[data-judging]");

  // A page that has been answered takes no second key: one meant for the next page would fall on this one.
  let leaving = false;
  addEventListener("pageshow", () => (leaving = false));

  async function say(form, verdict) {
    const button = form.querySelector(`button[value="${verdict}"]`);
    if (form.closest("[data-judging]")) return form.requestSubmit(button);
    const fields = new URLSearchParams(new FormData(form));
    fields.set("verdict", verdict);
    const reply = await fetch(form.action, { method: "POST", body: fields, headers: { accept: "application/json" } });
    if (!reply.ok) return form.requestSubmit(button);
    const told = await reply.json();
    const chips = told.said.map((text) => Object.assign(document.createElement("span"), { className: "chip on", dir: "auto", textContent: text }));
    form.closest("details")?.querySelector("[data-said]")?.replaceChildren(...chips);
    window.ravabet.step(1);
  }

  const actions = {
    y: (form) => say(form, "accept"),
    n: (form) => say(form, "reject"),
    m: (form) => {
      const fold = form.querySelector("details[data-correct]");
      if (!fold) return form.querySelector("a[aria-keyshortcuts=m]")?.click();
      fold.open = true;
      fold.querySelector("select, input, textarea")?.focus();
    },
    s: (form) => {
      const skip = form.querySelector("a[data-skip]");
      leaving = skip !== null;
      skip?.click();
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || window.ravabet.typing(event.target)) return;
    if (leaving) return event.preventDefault();
    const key = actions[event.key] || event.key === "z" ? event.key : codes[event.code];
    if (key === "z") {
      document.querySelector("form[data-undo] button")?.click();
      return event.preventDefault();
    }
    const form = item()?.querySelector("form[data-judge]");
    if (!key || !form) return;
    event.preventDefault();
    actions[key](form);
  });
  document.addEventListener("submit", (event) => {
    leaving ||= event.target.matches("[data-judging] form, form[data-undo]");
    const form = event.target.closest("form[data-judge]");
    if (!form || form.closest("[data-judging]") || !event.submitter) return;
    event.preventDefault();
    say(form, event.submitter.value);
  });
})();
