import { el, svg } from "./dom.js";

// Faces are drawn from the name, so that a person looks the same in every run. Grounds are dark enough for the initial in white.
const GROUNDS = ["#9a3412", "#7a4a12", "#55601c", "#2c6a3c", "#17635f", "#1f5a85", "#42519b", "#6a4593", "#8a3a74", "#9c2f4d", "#5b5148", "#375a66"];

function hash(name) {
  let value = 2166136261;
  for (const character of name) value = Math.imul(value ^ character.codePointAt(0), 16777619);
  value ^= value >>> 15;
  return Math.imul(value, 2246822519) >>> 0;
}

/** The face of someone: round for people, a rounded square for characters. */
export function face(user) {
  const name = user?.name ?? "?";
  const seed = hash(name);
  const ground = GROUNDS[seed % GROUNDS.length];
  const turn = (seed >>> 5) % 360;
  const drawing = svg(
    "svg",
    { viewBox: "0 0 40 40", "aria-hidden": "true" },
    svg("rect", { width: 40, height: 40, fill: ground }),
    svg("g", { transform: `rotate(${turn} 20 20)`, fill: "#fff" }, ...shapes(seed)),
  );
  const initial = svg("text", {
    x: 20, y: 26.5, "text-anchor": "middle", "font-size": 19, "font-family": "Georgia, 'URW Palladio L', serif", fill: "#fff",
  });
  initial.textContent = [...name][0]?.toUpperCase() ?? "?";
  drawing.append(initial);
  return el("span", { class: user?.kind === "bot" ? "face character" : "face", title: name }, drawing);
}

function shapes(seed) {
  const kind = (seed >>> 9) % 4;
  const far = 6 + ((seed >>> 12) % 8);
  const faint = { "fill-opacity": 0.16 };
  if (kind === 0) return [svg("circle", { cx: 34, cy: far, r: 15, ...faint }), svg("circle", { cx: 6, cy: 38, r: 9, ...faint })];
  if (kind === 1) return [svg("path", { d: `M-8 ${20 + far} 48 ${far - 4} 48 60 -8 60Z`, ...faint })];
  if (kind === 2) return [0, 1, 2].map((i) => svg("rect", { x: -10, y: 2 + i * 14, width: 60, height: 4 + (far % 4), ...faint }));
  return [svg("path", { d: "M20 -6 46 20 20 46 -6 20Z", "fill-opacity": 0.13 }), svg("path", { d: "M20 6 34 20 20 34 6 20Z", "fill-opacity": 0.12 })];
}
