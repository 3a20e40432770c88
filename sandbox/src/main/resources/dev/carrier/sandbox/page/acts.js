import { byId, el, toast } from "./dom.js";
import * as api from "./api.js";
import { answer } from "./compose.js";

const EMOJIS = ["👍", "❤️", "😂", "🎉", "😮", "😢", "🙏", "👀", "🔥", "🌱", "☕", "⚠️"];

const node = (id) => byId("log").querySelector(`[data-id="${id}"]`);

/** Does it and says so when it is refused. */
export async function attempt(act) {
  try {
    return await act();
  } catch (error) {
    toast(error.message);
    return undefined;
  }
}

/** The person who is writing. */
export const me = () => byId("author").value;

export const reply = (message) => answer(message);

/** The id, by which logs and other programs call a message. */
export const copyId = (message) => navigator.clipboard?.writeText(message.id);

export function remove(message) {
  const all = [...byId("log").querySelectorAll(".message")].map((one) => one.dataset.id);
  const at = all.indexOf(message.id);
  const next = all[at + 1] ?? all[at - 1];
  const focused = node(message.id)?.contains(document.activeElement);
  // The log is drawn anew when the sandbox tells of the deletion; the keyboard goes on with the neighbour.
  attempt(() => api.remove(message)).then(() => focused && setTimeout(() => node(next)?.focus(), 150));
}

export function react(message, emoji) {
  if (!me()) return toast("Choose who reacts first: below, at the left of the text.");
  const mine = message.reactions.find((one) => one.emoji === emoji)?.users.includes(me());
  return attempt(() => api.react(message, me(), emoji, !mine));
}

/** Offers a few emojis over a message. */
export function chooseEmoji(message) {
  document.querySelector(".emojis")?.remove();
  const over = node(message.id);
  const box = el(
    "div",
    { class: "emojis", role: "group", "aria-label": "React with" },
    EMOJIS.map((emoji) => el("button", { type: "button", "aria-label": emoji, onclick: () => { close(); react(message, emoji); } }, emoji)),
  );
  const close = () => { box.remove(); document.removeEventListener("pointerdown", outside); over.focus(); };
  const outside = (event) => { if (!box.contains(event.target)) close(); };
  box.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 6, ArrowUp: -6 }[event.key];
    if (event.key === "Escape") close();
    if (step) [...box.children][[...box.children].indexOf(document.activeElement) + step]?.focus();
    if (step || event.key === "Escape") event.preventDefault();
    event.stopPropagation();
  });
  over.append(box);
  document.addEventListener("pointerdown", outside);
  box.firstElementChild.focus();
}

/** Turns a message's text into a field. */
export function edit(message) {
  const text = node(message.id)?.querySelector(".text");
  if (!text) return;
  const field = el("textarea", { class: "rewrite", rows: Math.min(12, message.content.split("\n").length + 1), value: message.content, "aria-label": "New text" });
  const back = () => { form.replaceWith(text); node(message.id).focus(); };
  const save = () => attempt(() => api.rewrite(message, field.value)).then((done) => done && back());
  const form = el(
    "div", {}, field,
    el("p", { class: "hint" }, "Enter ", el("button", { type: "button", onclick: save }, "saves"), ", Escape ", el("button", { type: "button", onclick: back }, "leaves it")),
  );
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") back();
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); save(); }
    event.stopPropagation();
  });
  text.replaceWith(form);
  field.focus();
}

/** Goes to a message that another one answers. */
export function show(id) {
  const found = node(id);
  if (!found) return toast("That message is further up, or gone.");
  found.scrollIntoView({ block: "center", behavior: "smooth" });
  found.focus({ preventScroll: true });
  found.classList.add("flash");
  return setTimeout(() => found.classList.remove("flash"), 1700);
}
