"use strict";
// The dashboard: data unpacked once, every chart drawn anew from the filters. No library, no network.
const NS = "http://www.w3.org/2000/svg";
const PALETTE = ["#a3262a", "#2a63b8", "#1d7a45", "#b76e00", "#7a4fc4", "#0d8a8a", "#c0437f", "#6b7a1d", "#3f4fa8", "#8a5a2b", "#4f8fb8", "#a08a1d", "#5c9a5c", "#8f6f9f"];
const STATUS = ["done", "partly", "missed", "unclear", "not_mentioned"];
const $ = (id) => document.getElementById(id);
const T = JSON.parse($("words").textContent);
let later = 0;
let D, filter = { bodies: [], from: 0, to: 9999, theme: -1, metric: 0 };

async function unpacked() {
  const bytes = Uint8Array.from(atob($("data").textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  return filled(made, attributes, children);
}
function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(NS, tag), attributes, children);
}
function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "style") Object.assign(made.style, value);
    else if (value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((one) => one !== null && one !== undefined));
  return made;
}
function hit(node, label, act) {
  node.classList.add("hit");
  node.setAttribute("tabindex", "0");
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", label);
  node.append(svg("title", {}, label));
  node.addEventListener("click", act);
  node.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(); } });
  return node;
}
function words(template, ...values) { return template.replace(/\{(\d)\}/g, (_, at) => values[at]); }
function number(value) {
  if (T.lang === "zh") {
    for (const [scale, name] of [[1e12, "万亿"], [1e8, "亿"], [1e4, "万"]]) if (Math.abs(value) >= scale) return trimmed(value / scale) + name;
    return trimmed(value);
  }
  return value.toLocaleString("en", { maximumFractionDigits: 2 });
}
function trimmed(value) { return String(Math.round(value * 100) / 100); }
function bounded(value, bound) { return ({ about: "≈", more_than: ">", less_than: "<", at_least: "≥", at_most: "≤" }[bound] || "") + number(value); }
function within(year) { return year >= filter.from && year <= filter.to; }
function chosen(body) { return filter.bodies.length === 0 || filter.bodies.includes(body); }
function colour(body) { return PALETTE[Math.max(0, filter.bodies.indexOf(body)) % PALETTE.length]; }
function range(values) { let low = Infinity, high = -Infinity; for (const v of values) { if (v < low) low = v; if (v > high) high = v; } return [low, high]; }
function grouped(rows, key) { const groups = new Map(); for (const row of rows) { const k = key(row); if (!groups.has(k)) groups.set(k, []); groups.get(k).push(row); } return groups; }

// --- evidence -------------------------------------------------------------------------------
function show(title, articles, most = 60) {
  const panel = $("evidence");
  panel.replaceChildren(el("h2", {}, title));
  if (!articles.length) panel.append(el("p", { class: "empty" }, T.none));
  articles.slice(0, most).forEach((one) => panel.append(one));
  if (articles.length > most) panel.append(el("p", { class: "empty" }, words(T.more, articles.length - most)));
  panel.scrollTop = 0;
  if (window.matchMedia("(max-width: 1100px)").matches) panel.scrollIntoView({ block: "nearest" });
}
function marked(sentence, figure) {
  const at = figure ? sentence.indexOf(figure) : -1;
  return at < 0 ? el("p", {}, sentence) : el("p", {}, sentence.slice(0, at), el("mark", {}, figure), sentence.slice(at + figure.length));
}
function article(head, sentence, figure, small) {
  return el("article", {}, el("b", {}, head), sentence ? marked(sentence, figure) : null, small ? el("small", {}, small) : null);
}
function pointArticle(point) {
  const [body, metric, year, value, bound, report, where] = point;
  const [name, kind, unit] = D.metrics[metric];
  const file = report >= 0 ? D.reports[report][2] : "";
  return article(`${D.bodies[body][0]} ${year}　${name}${kind ? " " + kind : ""} ${bounded(value, bound)}${unit}`, D.sentences[where], null, file);
}
function reportArticle(report) {
  const [body, year, file, characters, figures] = report;
  return article(`${D.bodies[body][0]} ${year}`, "", null, `${file} · ${words(T.size, characters.toLocaleString(T.lang), figures)}`);
}

// --- charts ---------------------------------------------------------------------------------
const W = 560, H = 220, L = 46, R = 10, TOP = 10, B = 22;
function frame(low, high, years, show) {
  const chart = svg("svg", { viewBox: `0 0 ${W} ${H}`, role: "group" });
  const x = (year) => L + (W - L - R) * (years[1] === years[0] ? 0.5 : (year - years[0]) / (years[1] - years[0]));
  const y = (value) => TOP + (H - TOP - B) * (1 - (value - low) / (high - low || 1));
  for (const value of ticks(low, high)) {
    chart.append(svg("line", { class: "axis", x1: L, x2: W - R, y1: y(value), y2: y(value) }));
    chart.append(svg("text", { x: L - 6, y: y(value) + 4, "text-anchor": "end" }, show(value)));
  }
  const step = Math.max(1, Math.ceil((years[1] - years[0] + 1) / 10));
  for (let year = years[0]; year <= years[1]; year += step) chart.append(svg("text", { x: x(year), y: H - 6, "text-anchor": "middle" }, String(year)));
  return { chart, x, y };
}
function ticks(low, high) {
  const rough = (high - low || 1) / 4, power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= rough);
  const found = [];
  for (let value = Math.ceil(low / step) * step; value <= high + step / 1e6; value += step) found.push(Math.round(value / step) * step);
  return found;
}
function stacked(target, rows, names, colours, show, percent, act) {
  // rows: [year, [value…]]; one bar a year, one piece a name
  if (!rows.length) { target.append(el("p", { class: "empty" }, T.none)); return; }
  const years = range(rows.map((row) => row[0]));
  const total = (row) => row[1].reduce((sum, value) => sum + value, 0);
  const top = percent ? 100 : Math.max(...rows.map(total));
  const { chart, x, y } = frame(0, top, [years[0] - 0.5, years[1] + 0.5].map((v, at) => at ? Math.ceil(v) : Math.floor(v)), show);
  const wide = Math.max(2, Math.min(28, (W - L - R) / (years[1] - years[0] + 2) - 2));
  for (const row of rows) {
    const whole = total(row) || 1;
    let sum = 0;
    row[1].forEach((value, at) => {
      if (!value) return;
      const size = percent ? (100 * value) / whole : value;
      const piece = svg("rect", { x: x(row[0]) - wide / 2, width: wide, y: y(sum + size), height: Math.max(0.5, y(sum) - y(sum + size)), fill: colours[at] });
      chart.append(hit(piece, `${row[0]} ${names[at] || ""} ${percent ? Math.round(size) + "%" : show(value)}`, () => act(row[0], at)));
      sum += size;
    });
  }
  target.append(chart);
}
function legend(target, names, colours, off, act) {
  target.append(el("div", { class: "legend" }, ...names.map((name, at) => el("span", { class: off(at) ? "off" : "", onclick: () => act(at) }, el("i", { style: { background: colours[at] } }), name))));
}

function drawReports() {
  const target = $("c-reports"); target.replaceChildren();
  const groups = grouped(D.reports.filter((r) => chosen(r[0]) && within(r[1])), (r) => r[1]);
  const rows = [...groups].sort((a, b) => a[0] - b[0]).map(([year, those]) => [year, [those.length]]);
  stacked(target, rows, [T.reports], [PALETTE[1]], (v) => String(v), false, (year) => show(words(T.reportsOf, year), groups.get(year).map(reportArticle), 200));
}
function drawThemes() {
  const target = $("c-themes"); target.replaceChildren();
  const groups = grouped(D.reports.filter((r) => chosen(r[0]) && within(r[1])), (r) => r[1]);
  const colours = D.themes.map((_, at) => (filter.theme < 0 || filter.theme === at ? PALETTE[at] : "color-mix(in srgb, var(--rule) 70%, transparent)"));
  const rows = [...groups].sort((a, b) => a[0] - b[0]).map(([year, those]) => [year, D.themes.map((_, at) => those.reduce((sum, r) => sum + r[5][at], 0) / those.length)]);
  const act = (year, at) => {
    const figures = D.figures.filter((f) => f[0] === at && f[1] === year && chosen(f[2]));
    const shares = groups.get(year).slice().sort((a, b) => b[5][at] - a[5][at]);
    show(words(T.themeOf, D.themes[at], year), [
      ...figures.map((f) => article(`${D.bodies[f[2]][0]} ${f[1]}`, D.sentences[f[4]], f[3])),
      ...shares.slice(0, 40).map((r) => article(`${D.bodies[r[0]][0]} ${r[1]}　${r[5][at]}%`, "", null, r[2])),
    ]);
  };
  stacked(target, rows, D.themes, colours, (v) => v + "%", true, act);
  legend(target, D.themes, PALETTE, (at) => filter.theme >= 0 && filter.theme !== at, (at) => { filter.theme = filter.theme === at ? -1 : at; $("theme").value = filter.theme; draw(); });
}
function drawMetric() {
  const target = $("c-metric"); target.replaceChildren();
  const points = D.points.filter((p) => p[1] === filter.metric && chosen(p[0]) && within(p[2]));
  if (!points.length) { target.append(el("p", { class: "empty" }, T.none)); $("c-rank").replaceChildren(); return; }
  const years = range(points.map((p) => p[2]));
  if (filter.bodies.length) {
    let [low, high] = range(points.map((p) => p[3]));
    if (low > 0 && low < high / 3) low = 0;
    const { chart, x, y } = frame(low, high, years, number);
    for (const [body, those] of grouped(points, (p) => p[0])) {
      those.sort((a, b) => a[2] - b[2]);
      chart.append(svg("path", { class: "line", stroke: colour(body), d: those.map((p, at) => `${at ? "L" : "M"}${x(p[2]).toFixed(1)} ${y(p[3]).toFixed(1)}`).join("") }));
      for (const p of those) chart.append(hit(svg("circle", { cx: x(p[2]), cy: y(p[3]), r: 4, fill: colour(body) }), `${D.bodies[body][0]} ${p[2]} ${bounded(p[3], p[4])}`, () => show(D.bodies[body][0], those.map(pointArticle))));
    }
    target.append(chart);
  } else {
    const groups = grouped(points, (p) => p[2]);
    const lines = [...groups].sort((a, b) => a[0] - b[0]).map(([year, those]) => { const v = those.map((p) => p[3]).sort((a, b) => a - b); const at = (q) => v[Math.floor(q * (v.length - 1))]; return [year, at(0.25), at(0.5), at(0.75), those]; });
    const [low, high] = range(lines.flatMap((l) => [l[1], l[3]]));
    const { chart, x, y } = frame(Math.min(low, low > 0 ? 0 : low), high, years, number);
    const edge = (at) => lines.map((l) => `${x(l[0]).toFixed(1)} ${y(l[at]).toFixed(1)}`);
    if (lines.length > 1) chart.append(svg("path", { d: `M${edge(3).join("L")}L${edge(1).reverse().join("L")}Z`, fill: PALETTE[1], opacity: ".18" }));
    chart.append(svg("path", { class: "line", stroke: PALETTE[1], d: "M" + edge(2).join("L") }));
    for (const l of lines) chart.append(hit(svg("circle", { cx: x(l[0]), cy: y(l[2]), r: 4, fill: PALETTE[1] }), `${l[0]} ${words(T.median, l[4].length)} ${number(l[2])}`, () => show(`${D.metrics[filter.metric][0]} ${l[0]}`, l[4].slice().sort((a, b) => b[3] - a[3]).map(pointArticle), 120)));
    target.append(chart, el("p", { class: "legend" }, T.quartiles));
  }
  drawRank(points);
}
function drawRank(points) {
  const target = $("c-rank");
  const latest = new Map();
  for (const p of points) if (!latest.has(p[0]) || latest.get(p[0])[2] < p[2]) latest.set(p[0], p);
  const rows = [...latest.values()].sort((a, b) => b[3] - a[3]).slice(0, 200);
  target.replaceChildren(el("table", {}, el("thead", {}, el("tr", {}, ...T.rankHeads.map((h) => el("th", {}, h)))), el("tbody", {}, ...rows.map((p) => el("tr", {}, el("td", {}, D.bodies[p[0]][0]), el("td", {}, String(p[2])), el("td", { class: "n" }, el("button", { class: "link", type: "button", onclick: () => show(D.bodies[p[0]][0], [pointArticle(p)]) }, bounded(p[3], p[4]) + D.metrics[p[1]][2])))))));
}
function drawPromises() {
  const target = $("c-promises"); target.replaceChildren();
  const groups = grouped(D.promises.filter((p) => chosen(p[0]) && within(p[1])), (p) => p[1]);
  const rows = [...groups].sort((a, b) => a[0] - b[0]).map(([year, those]) => [year, STATUS.map((_, at) => those.reduce((sum, p) => sum + p[2][at], 0))]);
  const colours = STATUS.map((s) => `var(--${s})`);
  stacked(target, rows, T.status, colours, number, true, (year, at) => show(words(T.promisesOf, year, T.status[at]), D.kept.filter((k) => k[1] === year && k[2] === at && chosen(k[0])).map(keptArticle)));
  if (rows.length) legend(target, T.status, colours, () => false, (at) => show(T.status[at], D.kept.filter((k) => k[2] === at && chosen(k[0]) && within(k[1])).map(keptArticle)));
}
function keptArticle(k) {
  const [body, year, status, promise, evidence, reason] = k;
  return el("article", {}, el("b", {}, `${D.bodies[body][0]} ${year}　`), el("span", { class: `status s${status}` }, T.status[status]), el("p", {}, promise), evidence ? el("p", {}, "→ ", el("mark", {}, evidence)) : null, el("small", {}, reason));
}
function drawNotes() {
  const target = $("c-notes");
  const rows = D.notes.filter((n) => chosen(n[1]) && within(n[3]));
  const shown = rows.slice(0, 300);
  const open = (n) => show(T.notes[n[0]], [article(`${D.bodies[n[1]][0]} ${n[3]}　${n[2]} ${n[4]}`, n[6] >= 0 ? D.sentences[n[6]] : "", null, n[5]), ...(n[7] >= 0 ? [article(T.otherSide, D.sentences[n[7]], null)] : [])]);
  target.replaceChildren(shown.length ? el("table", {}, el("thead", {}, el("tr", {}, ...T.noteHeads.map((h) => el("th", {}, h)))), el("tbody", {}, ...shown.map((n) => el("tr", {}, el("td", {}, D.bodies[n[1]][0]), el("td", {}, String(n[3])), el("td", {}, n[2]), el("td", { class: "n" }, el("button", { class: "link", type: "button", onclick: () => open(n) }, n[4])), el("td", {}, T.notes[n[0]]), el("td", {}, n[5]))))) : el("p", { class: "empty" }, T.none));
  $("n-notes").textContent = words(T.noteCount, rows.length);
}
function drawProblems() {
  const target = $("c-problems");
  const rows = D.problems.filter((p) => chosen(p[0])).map((p) => [p[0], p[1].filter((t) => within(t[0]))]).filter((p) => p[1].length > 2).slice(0, 200);
  target.replaceChildren(rows.length ? el("table", {}, el("thead", {}, el("tr", {}, ...T.problemHeads.map((h) => el("th", {}, h)))), el("tbody", {}, ...rows.map(([body, told]) => el("tr", {}, el("td", {}, D.bodies[body][0]), el("td", { class: "n" }, el("button", { class: "link", type: "button", onclick: () => show(D.bodies[body][0], told.map((t) => article(String(t[0]), t[1]))) }, String(new Set(told.map((t) => t[0])).size))), el("td", {}, told[told.length - 1][1]))))) : el("p", { class: "empty" }, T.none));
}

// --- filters --------------------------------------------------------------------------------
function draw() {
  drawReports(); drawThemes(); drawMetric(); drawPromises();
  clearTimeout(later); later = setTimeout(() => { drawProblems(); drawNotes(); }); // below the fold: after the first paint
  const chips = $("chips");
  chips.replaceChildren(...filter.bodies.map((body) => el("button", { type: "button", onclick: () => { filter.bodies = filter.bodies.filter((b) => b !== body); draw(); } }, el("i", { style: { background: colour(body) } }), D.bodies[body][0], " ×")));
}
function start() {
  const names = new Map(D.bodies.map((b, at) => [b[0], at]));
  $("bodies").append(...D.bodies.map((b) => el("option", { value: b[0] })));
  $("theme").append(el("option", { value: -1 }, T.allThemes), ...D.themes.map((name, at) => el("option", { value: at }, name)));
  $("metric").append(...D.metrics.map((m, at) => el("option", { value: at }, `${m[0]}${m[1] ? " " + m[1] : ""}${m[2] ? ` (${m[2]})` : ""}`)));
  const all = D.reports.map((r) => r[1]).sort((a, b) => a - b);
  const at = (q) => all[Math.min(all.length - 1, Math.floor(q * all.length))];
  const years = all.length > 200 ? [at(0.004), at(0.998)] : range(all); // a few misread years would stretch every axis
  $("from").value = filter.from = years[0]; $("to").value = filter.to = years[1];
  const add = () => {
    const typed = $("body").value.trim();
    const at = names.has(typed) ? names.get(typed) : typed.length > 1 ? D.bodies.findIndex((b) => b[0].includes(typed)) : -1;
    if (at < 0 || filter.bodies.includes(at) || filter.bodies.length >= PALETTE.length) return;
    filter.bodies.push(at); $("body").value = ""; draw();
  };
  $("body").addEventListener("input", () => { if (names.has($("body").value)) add(); });
  $("body").addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); add(); } });
  for (const [id, key] of [["from", "from"], ["to", "to"], ["theme", "theme"], ["metric", "metric"]]) $(id).addEventListener("change", () => { filter[key] = Number($(id).value); draw(); });
  $("reset").addEventListener("click", () => { filter = { ...filter, bodies: [], from: years[0], to: years[1], theme: -1 }; $("from").value = years[0]; $("to").value = years[1]; $("theme").value = -1; draw(); });
  draw();
  document.documentElement.dataset.ready = "yes";
}
unpacked().then((data) => { D = data; start(); }, (problem) => { $("evidence").textContent = T.cannot + " " + problem; });
