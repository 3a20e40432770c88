import { byId, icon } from "./dom.js";

// The system's colours, or light, or dark; remembered in this browser.
const THEMES = {
  system: ["Colours: as the system", ["M3 4.500h14v9H3z", "M7 17h6"]],
  light: ["Colours: light", ["M10 6.500a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z", "M10 2v1.500M10 16.500V18M2 10h1.500M16.5 10H18M4.4 4.400l1 1M14.6 14.600l1 1M4.4 15.600l1-1M14.6 5.400l1-1"]],
  dark: ["Colours: dark", ["M16 11.800A6.5 6.5 0 0 1 8.2 4a6.5 6.5 0 1 0 7.8 7.800Z"]],
};
const NEXT = { system: "light", light: "dark", dark: "system" };

function apply(theme) {
  const [label, paths] = THEMES[theme];
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  byId("theme").replaceChildren(icon(...paths));
  byId("theme").setAttribute("aria-label", label);
  byId("theme").title = label;
}

export function readyColours() {
  let theme = document.documentElement.dataset.theme ?? "system";
  apply(theme);
  byId("theme").addEventListener("click", () => {
    theme = NEXT[theme];
    localStorage.setItem("theme", theme);
    apply(theme);
  });
}
