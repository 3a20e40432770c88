import { byId } from "./dom.js";

// On narrow screens the sides are drawers. One is open at a time; Escape and a click beside it close it.
let opener;

export function closeDrawers() {
  document.querySelectorAll(".open").forEach((drawer) => drawer.classList.remove("open"));
  document.querySelectorAll("[data-open]").forEach((button) => button.setAttribute("aria-expanded", "false"));
  byId("shade").hidden = true;
  byId("sheet").inert = false;
  opener?.focus();
  opener = undefined;
}

function open(button) {
  closeDrawers();
  opener = button;
  const drawer = byId(button.dataset.open);
  drawer.classList.add("open");
  button.setAttribute("aria-expanded", "true");
  byId("shade").hidden = false;
  byId("sheet").inert = true;
  drawer.querySelector("[data-close]")?.focus();
}

export function readyDrawers() {
  document.querySelectorAll("[data-open]").forEach((button) => button.addEventListener("click", () => open(button)));
  document.querySelectorAll("[data-close]").forEach((button) => button.addEventListener("click", closeDrawers));
  byId("shade").addEventListener("click", closeDrawers);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opener) closeDrawers();
  });
}
