"use strict";
(() => {
  const root = document.documentElement, body = document.body;
  const text = document.getElementById("text"), live = document.getElementById("live");
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const sure = (key) => /^[a-z]+[-0-9a-z_.]*$/.test(key);
  const inText = (key) => (sure(key) ? [...text.querySelectorAll(`[data-k~="${key}"]`)] : []);
  let chosen = null, cycle = [];

  // light and dark
  const wanted = (() => { try { return localStorage.getItem("zongjie-theme"); } catch { return null; } })();
  const dark = wanted ? wanted === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.classList.toggle("dark", dark);
  document.getElementById("theme").addEventListener("click", () => {
    const now = root.classList.toggle("dark");
    try { localStorage.setItem("zongjie-theme", now ? "dark" : "light"); } catch { /* a file may not keep things */ }
  });

  // rows that wait in templates
  const unfold = (template) => { template.nextElementSibling?.matches(".all,.alls") && template.nextElementSibling.remove(); template.replaceWith(template.content); };
  for (const template of document.querySelectorAll("template.more")) {
    const button = document.createElement("button");
    button.className = "all"; button.type = "button"; button.textContent = template.dataset.words;
    button.addEventListener("click", () => { template.replaceWith(template.content); holder.remove(); });
    let holder = button;
    if (template.closest("table")) {
      holder = document.createElement("tr");
      const cell = holder.appendChild(document.createElement("td"));
      cell.colSpan = 3; cell.append(button);
    }
    holder.classList.add(holder === button ? "all" : "alls");
    template.after(holder);
  }
  const unfoldAll = () => document.querySelectorAll("template.more").forEach(unfold);
  const cardsOf = (key) => [...document.querySelectorAll(`[data-key="${key}"]`)];
  const cardOf = (key) => {
    if (!sure(key)) return [];
    let cards = cardsOf(key);
    if (!cards.length && document.querySelector("template.more")) { unfoldAll(); cards = cardsOf(key); }
    return cards;
  };

  // tabs
  const open = (name, focus) => {
    for (const tab of tabs) {
      const on = tab.id === `tab-${name}`;
      tab.setAttribute("aria-selected", on); tab.tabIndex = on ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = !on;
      if (on && focus) tab.focus();
    }
  };
  for (const [at, tab] of tabs.entries()) {
    tab.addEventListener("click", () => open(tab.id.slice(4)));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) { event.preventDefault(); open(tabs[(at + step + tabs.length) % tabs.length].id.slice(4), true); }
    });
  }

  // choosing
  const clear = () => {
    document.querySelectorAll(".on,.at").forEach((one) => one.classList.remove("on", "at"));
    chosen = null;
  };
  const scrollTo = (element, where) => element?.scrollIntoView({ block: where, inline: "nearest" });
  const choose = (key, { place = null, toText = false, toCard = false, focus = false } = {}) => {
    clear(); chosen = key;
    const marks = inText(key), cards = cardOf(key);
    marks.forEach((one) => one.classList.add("on"));
    cards.forEach((one) => one.classList.add("on"));
    const at = place ? inText(place) : [];
    at.forEach((one) => one.classList.add("at"));
    if (toText) {
      const line = cards[0]?.dataset.line;
      scrollTo(at[0] ?? marks[0] ?? (line && document.getElementById(`L${line}`)), "center");
    }
    if (toCard && cards.length) {
      const shown = cards.find((one) => !one.closest("section")?.hidden) ?? cards.at(-1);
      open(shown.closest("section").id.slice(6));
      scrollTo(shown, "center");
      if (focus) shown.focus({ preventScroll: true });
    }
    const words = cards[0]?.textContent ?? marks[0]?.textContent ?? "";
    live.textContent = words.slice(0, 120);
    try { history.replaceState(null, "", `#${place ?? key}`); } catch { /* not from a file everywhere */ }
  };
  const cardKeys = (segment) => segment.dataset.k.split(" ").filter((key) => !key.includes("."));

  // a click on a highlight: its narrowest card, and on another click there the next one
  const pick = (segment, focus) => {
    const hidden = (key) => cardOf(key).length === 0 || cardOf(key).every((one) => getComputedStyle(one).display === "none" && !one.closest("section").hidden);
    const quiet = (key) => /^[spio]/.test(key) && !key.startsWith("pr");
    const keys = cardKeys(segment);
    const usable = keys.filter((key) => !hidden(key));
    const loud = usable.filter((key) => !quiet(key));
    cycle = loud.length ? loud : usable;
    if (!cycle.length) return;
    const key = cycle[(cycle.indexOf(chosen) + 1) % cycle.length];
    const place = segment.dataset.k.split(" ").find((one) => one.startsWith(`${key}.`)) ?? null;
    choose(key, { place, toCard: true, focus });
  };
  text.addEventListener("click", (event) => {
    const segment = event.target.closest("[data-k]");
    if (segment && getSelection().isCollapsed) pick(segment, false);
  });
  document.querySelector("aside").addEventListener("click", (event) => {
    const chip = event.target.closest("[data-place]");
    if (chip) { event.stopPropagation(); choose(chip.dataset.place.split(".")[0], { place: chip.dataset.place, toText: true }); return; }
    const card = event.target.closest("[data-key]");
    if (card && getSelection().isCollapsed) choose(card.dataset.key, { toText: true });
  });
  document.getElementById("map").addEventListener("click", (event) => {
    const tick = event.target.closest("[data-place]");
    if (tick) choose(tick.dataset.place.split(".")[0], { place: tick.dataset.place, toText: true, toCard: true });
  });

  // filters
  for (const button of document.querySelectorAll("[data-filter]")) {
    button.addEventListener("click", () => {
      const off = body.classList.toggle(`no-${button.dataset.filter}`);
      button.setAttribute("aria-pressed", !off);
    });
  }

  // keys
  const stops = () => {
    const looks = ["a", "t", "error", "warning", "note", "du", "pr", "w"].filter((look) => !body.classList.contains(`no-${look}`));
    const seen = new Set();
    return [...text.querySelectorAll(looks.map((look) => `mark.${look}`).join(",") || "none")].filter((one) => {
      const key = cardKeys(one)[0];
      if (!key || seen.has(one.dataset.k)) return false;
      seen.add(one.dataset.k);
      return true;
    });
  };
  let stop = null;
  const step = (by) => {
    const all = stops();
    if (!all.length) return;
    const here = stop && all.indexOf(stop);
    stop = all[stop && here >= 0 ? (here + by + all.length) % all.length : by > 0 ? 0 : all.length - 1];
    cycle = []; chosen = null;
    pick(stop, false);
    stop.classList.add("at");
    scrollTo(stop, "center");
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const card = event.target.closest?.("aside [data-key]");
    if ((event.key === "Enter" || event.key === " ") && card && event.target === card) {
      event.preventDefault(); choose(card.dataset.key, { toText: true });
    } else if (event.key === "Enter" && stop && event.target.closest?.("#text, body") && !event.target.closest?.("button")) {
      choose(chosen ?? cardKeys(stop)[0], { toCard: true, focus: true });
    } else if (event.key === "j" || event.key === "J") step(1);
    else if (event.key === "k" || event.key === "K") step(-1);
    else if (event.key === "Escape") { clear(); stop = null; text.focus({ preventScroll: true }); }
  });
  addEventListener("beforeprint", unfoldAll);
  const from = decodeURIComponent(location.hash.slice(1));
  if (sure(from)) choose(from.split(".")[0], { place: from.includes(".") ? from : null, toText: true, toCard: true });
})();
