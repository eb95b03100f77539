// Keys, suggestions of countries and nothing else: every page works without this file.
"use strict";
(() => {
  const items = () => [...document.querySelectorAll("[data-item]")].filter((one) => one.offsetParent !== null);
  const current = () => document.activeElement?.closest("[data-item]") ?? null;
  const typing = (target) => target.closest("input, textarea, select, [contenteditable], dialog[open]") !== null;

  function step(by) {
    const all = items();
    if (!all.length) return;
    const at = all.indexOf(current());
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    document.dispatchEvent(new CustomEvent("ravabet:current", { detail: next }));
  }

  function evidence() {
    const item = current() ?? document;
    const fold = item.querySelector("details[data-evidence]");
    if (fold) fold.open = !fold.open;
    else item.querySelector("a[data-evidence]")?.click();
  }

  const turn = (way) => {
    const forward = (way === "ArrowRight") === (document.documentElement.dir === "ltr");
    document.querySelector(`main a[rel="${forward ? "next" : "prev"}"]`)?.click();
  };
  const actions = {
    "/": () => document.getElementById("find")?.focus(),
    "?": () => document.getElementById("keys")?.showModal(),
    j: () => step(1),
    k: () => step(-1),
    o: () => (current() ?? document).querySelector("a[data-open]")?.click(),
    e: evidence,
    c: () => document.querySelector('footer a[href^="/cite"]')?.click(),
    h: () => document.querySelector("a.brand")?.click(),
    ArrowLeft: () => turn("ArrowLeft"),
    ArrowRight: () => turn("ArrowRight"),
  };
  // Letters by their place on the keyboard, so that they work in a Persian, Arabic or Russian layout too.
  const codes = { KeyJ: "j", KeyK: "k", KeyO: "o", KeyE: "e", KeyC: "c", KeyH: "h" };
  const pressed = (event) => {
    if (event.code === "Slash" || event.key === "/" || event.key === "?" || event.key === "؟") return event.shiftKey || event.key === "?" || event.key === "؟" ? "?" : "/";
    return actions[event.key] ? event.key : codes[event.code];
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape" && typing(event.target)) return event.target.blur();
    if (typing(event.target)) return;
    const key = pressed(event);
    if (!key || !actions[key]) return;
    if (!key.startsWith("Arrow")) event.preventDefault();
    actions[key]();
  });

  // Suggestions: a list box under a field (the pattern of the WAI-ARIA Authoring Practices).
  function suggest(input) {
    const list = document.createElement("ul");
    list.className = "choices";
    list.id = `${input.id}-choices`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels?.[0]?.textContent ?? "");
    input.after(list);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off" })) input.setAttribute(name, value);
    let at = -1, asked = 0;
    const show = (on) => { list.hidden = !on; input.setAttribute("aria-expanded", String(on)); if (!on) { at = -1; input.removeAttribute("aria-activedescendant"); } };
    const mark = (to) => {
      const all = [...list.children];
      if (!all.length) return;
      at = (to + all.length) % all.length;
      all.forEach((one, n) => one.setAttribute("aria-selected", String(n === at)));
      input.setAttribute("aria-activedescendant", all[at].id);
      all[at].scrollIntoView({ block: "nearest" });
    };
    const take = (one) => { input.value = one.dataset.name; show(false); };
    async function ask() {
      const mine = ++asked, typed = input.value.trim();
      if (!typed) return show(false);
      const reply = await fetch(`/suggest?${new URLSearchParams({ q: typed, lang: document.documentElement.lang })}`);
      const found = reply.ok ? await reply.json() : [];
      if (mine !== asked || document.activeElement !== input) return;
      list.replaceChildren(...found.map((one, n) => {
        const li = document.createElement("li");
        li.id = `${list.id}-${n}`;
        li.setAttribute("role", "option");
        li.dataset.name = one.form;
        for (const [tag, text] of [["bdi", one.form], ["small", one.name === one.form ? one.code : `${one.name} · ${one.code}`]]) {
          const part = document.createElement(tag);
          part.textContent = text;
          part.dir = "auto";
          li.append(part);
        }
        li.addEventListener("mousedown", (event) => { event.preventDefault(); take(li); });
        return li;
      }));
      show(found.length > 0);
    }
    input.addEventListener("input", ask);
    input.addEventListener("blur", () => show(false));
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown") mark(at + 1);
      else if (event.key === "ArrowUp") mark(at - 1);
      else if (event.key === "Enter" && at >= 0) take(list.children[at]);
      else if (event.key === "Escape") show(false);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }
  document.querySelectorAll("input[data-suggest]").forEach(suggest);
  document.querySelectorAll("button[data-copy]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.replace(/[\u2068\u2069]/g, "")));
  });
  document.addEventListener("copy", (event) => {
    const text = String(document.getSelection());
    if (!/[\u2068\u2069]/.test(text)) return;
    event.clipboardData.setData("text/plain", text.replace(/[\u2068\u2069]/g, ""));
    event.preventDefault();
  });
  window.ravabet = { items, current, step, typing };
})();
