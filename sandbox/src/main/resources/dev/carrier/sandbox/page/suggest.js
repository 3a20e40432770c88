import { byId, el } from "./dom.js";
import { face } from "./face.js";
import { channel, present } from "./state.js";

// While someone writes @…, those who are here are offered. Arrow keys choose, Enter or Tab takes, Escape closes.
const MOST = 7;

export function readySuggestions(text) {
  const list = byId("suggestions");
  let offered = [];
  let at = 0;

  const begun = () => /(?:^|[\s(])@([\p{L}\p{N}_ -]{0,24})$/u.exec(text.value.slice(0, text.selectionStart));

  function draw() {
    list.replaceChildren(
      ...offered.map((one, i) =>
        el(
          "li",
          { role: "option", id: `suggestion-${i}`, "aria-selected": String(i === at), onpointerdown: (event) => { event.preventDefault(); take(one); } },
          face(one), one.name, el("small", {}, one.kind === "bot" ? "character" : "person"),
        ),
      ),
    );
    list.hidden = offered.length === 0;
    if (offered.length) {
      text.setAttribute("aria-activedescendant", `suggestion-${at}`);
      list.children[at].scrollIntoView({ block: "nearest" });
    } else {
      text.removeAttribute("aria-activedescendant");
    }
  }

  function look() {
    const found = begun();
    const asked = found?.[1].toLowerCase();
    offered = found ? present(channel()).filter((one) => one.name.toLowerCase().startsWith(asked)).slice(0, MOST) : [];
    if (offered.length === 1 && asked === offered[0].name.toLowerCase()) offered = [];
    at = 0;
    draw();
  }

  function take(one) {
    const start = text.value.lastIndexOf("@", text.selectionStart - 1);
    text.setRangeText(`@${one.name} `, start, text.selectionStart, "end");
    offered = [];
    draw();
    text.focus();
  }

  text.addEventListener("input", look);
  text.addEventListener("blur", () => { offered = []; draw(); });

  return {
    /** Whether the key was meant for the list. */
    key(event) {
      if (offered.length === 0) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) at = (at + step + offered.length) % offered.length;
      else if (event.key === "Enter" || event.key === "Tab") take(offered[at]);
      else if (event.key === "Escape") offered = [];
      else return false;
      event.preventDefault();
      draw();
      return true;
    },
  };
}
