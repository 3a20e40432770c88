import { byId, el, toast } from "./dom.js";
import { face } from "./face.js";
import { plain } from "./markdown.js";
import { state, on, channel, present, user } from "./state.js";
import { sayTyping, doneTyping } from "./live.js";
import { readySuggestions } from "./suggest.js";
import { askPerson } from "./places-new.js";
import { command, use } from "./command.js";
import * as api from "./api.js";

const NEW = "new";
const text = byId("text");
const author = byId("author");
const drafts = new Map();
let answering;

/** Begins a reply to a message. */
export function answer(message) {
  answering = message;
  const bar = byId("answering");
  bar.hidden = !message;
  if (message) {
    bar.replaceChildren(
      el("span", {}, "Replying to ", el("b", {}, message.authorName), `: ${plain(message.content)}`),
      el("button", { type: "button", "aria-label": "Do not reply", onclick: () => answer(undefined) }, "✕"),
    );
  }
  text.focus();
}

/** Those who may write here: the people of the place; a character writes through its own connection. */
function authors() {
  const here = present(channel()).filter((one) => one.kind === "person");
  const kept = author.value || sessionStorage.getItem("author");
  author.replaceChildren(
    ...here.map((one) => el("option", { value: one.id }, one.name)),
    ...(channel() && channel().type !== "dm" ? [el("option", { value: NEW }, "New person…")] : []),
  );
  author.value = here.some((one) => one.id === kept) ? kept : (here[0]?.id ?? "");
  chosen();
  const bots = present(channel()).filter((one) => one.kind === "bot");
  byId("compose").hidden = !channel();
  text.disabled = !channel() || !author.value;
  text.placeholder = bots.length && channel()?.type !== "dm" ? `Write something, or @${bots[0].name} …` : "Write something";
}

function chosen() {
  byId("as-face").replaceChildren(...(author.value && author.value !== NEW ? [face(user(author.value))] : []));
  if (author.value && author.value !== NEW) sessionStorage.setItem("author", author.value);
}

async function newAuthor() {
  const person = await askPerson(channel()?.guild);
  if (person) sessionStorage.setItem("author", person.id);
  author.value = "";
  authors();
}

function grow() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight}px`;
}

async function send(event) {
  event?.preventDefault();
  const content = text.value.trim();
  if (!content || !state.current || !author.value || author.value === NEW) return;
  const form = { author: author.value, content, replyTo: answering?.id };
  const kept = answering;
  text.value = "";
  answer(undefined);
  grow();
  doneTyping();
  try {
    const used = command(content);
    if (used) await use(state.current, form.author, used);
    else await api.write(state.current, form);
  } catch (error) {
    text.value = content;
    answer(kept);
    grow();
    toast(error.message);
  }
}

export function readyCompose() {
  const suggestions = readySuggestions(text);
  byId("compose").addEventListener("submit", send);
  author.addEventListener("change", () => (author.value === NEW ? newAuthor() : (chosen(), text.focus())));
  text.addEventListener("input", () => { grow(); if (text.value) sayTyping(author.value); });
  text.addEventListener("keydown", (event) => {
    if (suggestions.key(event) || event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) send(event);
    else if (event.key === "Escape" && answering) answer(undefined);
    else if (event.key === "ArrowUp" && text.value === "") [...byId("log").querySelectorAll(".message")].at(-1)?.focus();
  });
  let before;
  on("channel", () => {
    if (before) drafts.set(before, text.value);
    before = state.current;
    text.value = drafts.get(state.current) ?? "";
    answering = undefined;
    byId("answering").hidden = true;
    grow();
    authors();
  });
  on("world", authors);
}
