/** Makes an element: el("button", { class: "x", onclick: f, "aria-label": "…" }, child, "text", …). */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && !name.includes("-") && name !== "class" && name !== "role") element[name] = value;
    else element.setAttribute(name === "class" ? "class" : name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

const SVG = "http://www.w3.org/2000/svg";

/** Makes an SVG element. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A line icon of 20 by 20 from path data. */
export const icon = (...paths) =>
  svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, ...paths.map((d) => svg("path", { d })));

let hiding;

/** Says a sentence for some seconds. */
export function toast(sentence) {
  const box = byId("toast");
  box.textContent = sentence;
  box.classList.add("shown");
  clearTimeout(hiding);
  hiding = setTimeout(() => box.classList.remove("shown"), 4200);
}
