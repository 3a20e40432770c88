import { byId, el, toast } from "./dom.js";
import { face } from "./face.js";
import { state, on, asUser, post, thread } from "./ig-state.js";
import * as api from "./ig-api.js";

const text = byId("text");
const author = byId("author");
let answering;

/** Begins a reply to a comment. */
export function answer(comment) {
  answering = comment;
  const bar = byId("answering");
  bar.hidden = !comment;
  if (comment) {
    bar.replaceChildren(
      el("span", {}, "Replying to ", el("b", {}, comment.by.username), `: ${comment.text}`),
      el("button", { type: "button", "aria-label": "Do not reply", onclick: () => answer(undefined) }, "✕"),
    );
    text.focus();
  }
}

/** Who may write here: people; and a human as the account, in Instagram's own app. */
function authors() {
  const t = thread();
  const people = t ? [t.person] : state.people;
  const accounts = t ? [t.account] : state.accounts;
  const kept = author.value;
  const all = [...people.map((one) => [one, one.username]), ...accounts.map((one) => [one, `@${one.username} (by hand)`])];
  author.replaceChildren(...all.map(([one, label]) => el("option", { value: one.id }, label)));
  author.value = all.some(([one]) => one.id === kept) ? kept : (all[0]?.[0].id ?? "");
  byId("compose").hidden = !post() && !t;
  text.disabled = !author.value;
  text.placeholder = t ? `Write to ${t.account.username}` : "Add a comment";
  chosen();
}

function chosen() {
  const who = [...state.people, ...state.accounts].find((one) => one.id === author.value);
  byId("as-face").replaceChildren(...(who ? [face(asUser(who))] : []));
}

function grow() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight}px`;
}

async function send(event) {
  event?.preventDefault();
  const said = text.value.trim();
  if (!said || !author.value) return;
  const kept = answering;
  text.value = "";
  answer(undefined);
  grow();
  try {
    if (thread()) await api.write(thread(), { text: said, asAccount: author.value === thread().account.id });
    else if (post()) await api.comment(post().id, { by: author.value, text: said, parent: kept?.id });
  } catch (error) {
    text.value = said;
    answer(kept);
    grow();
    toast(error.message);
  }
}

export function readyCompose() {
  byId("compose").addEventListener("submit", send);
  author.addEventListener("change", () => { chosen(); text.focus(); });
  text.addEventListener("input", grow);
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
    else if (event.key === "Escape" && answering) answer(undefined);
  });
  on("place", () => {
    // By hand only where it was chosen: elsewhere one writes as a person again.
    if (state.accounts.some((one) => one.id === author.value)) author.value = "";
    answer(undefined);
    authors();
  });
  on("world", authors);
}
