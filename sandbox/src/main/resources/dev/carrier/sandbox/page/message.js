import { el, icon } from "./dom.js";
import { face } from "./face.js";
import { blocks, plain } from "./markdown.js";
import { state, user } from "./state.js";
import { clock } from "./time.js";
import * as acts from "./acts.js";

const ICONS = {
  react: ["M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4Z", "M7 11.6c.7 1.3 1.7 2 3 2s2.3-.7 3-2", "M7.6 7.8v.4M12.4 7.8v.4"],
  reply: ["M8.5 5 3.5 10l5 5", "M3.8 10H12c3 0 4.5 1.6 4.5 5"],
  edit: ["M4 16l.8-3.400L13.4 4l2.6 2.6-8.6 8.600L4 16Z"],
  copyId: ["M8 3.5 6.5 16.5", "M13.5 3.5 12 16.5", "M4 7.5h12.5", "M3.5 12.5H16"],
  remove: ["M4 6h12", "M8 6V4h4v2", "M5.5 6l.7 10h7.600l.7-10"],
};

const author = (message) => ({ ...user(message.author), name: message.authorName, kind: message.authorKind });

function answered(message) {
  if (!message.reference) return null;
  const original = state.messages.find((known) => known.id === message.reference);
  const said = original ? plain(original.content) || "an attachment" : "a message that is gone";
  return el(
    "button",
    { class: "answers", type: "button", onclick: () => acts.show(message.reference), "aria-label": `In answer to ${original?.authorName ?? ""}: ${said}` },
    original ? el("b", {}, original.authorName) : null,
    el("span", {}, said),
  );
}

function reactions(message) {
  if (message.reactions.length === 0) return null;
  return el(
    "div",
    { class: "reactions" },
    message.reactions.map((one) => {
      const names = one.users.map((id) => user(id).name).join(", ");
      const mine = one.users.includes(acts.me());
      return el(
        "button",
        { type: "button", "aria-pressed": String(mine), title: names, "aria-label": `${one.emoji}, ${names}`, onclick: () => acts.react(message, one.emoji) },
        one.emoji, el("small", {}, String(one.users.length)),
      );
    }),
  );
}

function files(message) {
  if (message.attachments.length === 0) return null;
  return el(
    "div",
    { class: "files" },
    message.attachments.map((file) =>
      file.contentType.startsWith("image/")
        ? el("a", { href: file.path, target: "_blank" }, el("img", { src: file.path, alt: file.name, loading: "lazy" }))
        : el("a", { class: "file", href: file.path, target: "_blank" }, "📄 ", file.name),
    ),
  );
}

function tools(message) {
  const tool = (name, label, act) => el("button", { type: "button", title: label, "aria-label": label, onclick: act, tabIndex: -1 }, icon(...ICONS[name]));
  return el(
    "div",
    { class: "tools", role: "toolbar", "aria-label": "This message" },
    tool("react", "React (+)", () => acts.chooseEmoji(message)),
    tool("reply", "Reply (R)", () => acts.reply(message)),
    message.authorKind === "person" ? tool("edit", "Edit (E)", () => acts.edit(message)) : null,
    tool("copyId", `Copy the id ${message.id} (I)`, () => acts.copyId(message)),
    tool("remove", "Delete (Del)", () => acts.remove(message)),
  );
}

function text(message) {
  const body = el("div", { class: "text" }, blocks(message.content));
  if (message.edited_at) {
    const mark = el("span", { class: "edited", title: `Edited at ${clock(message.edited_at)}` }, " (edited)");
    (body.lastElementChild?.matches("p") ? body.lastElementChild : body).append(mark);
  }
  return body;
}

const KEYS = { r: "reply", e: "edit", i: "copyId", Delete: "remove", "+": "chooseEmoji" };

function key(event, message) {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const sibling = { ArrowUp: "previousElementSibling", ArrowDown: "nextElementSibling" }[event.key];
  if (sibling) {
    let next = event.currentTarget[sibling];
    while (next && !next.matches(".message")) next = next[sibling];
    next?.focus();
  } else if (KEYS[event.key] && !(KEYS[event.key] === "edit" && message.authorKind !== "person")) {
    acts[KEYS[event.key]](message);
  } else {
    return;
  }
  event.preventDefault();
}

/** One message. starts: it is the first of its author's block. */
export function draw(message, starts) {
  const by = author(message);
  const head = el(
    "div",
    { class: "by" },
    el("span", { class: "name" }, by.name),
    by.kind === "bot" ? el("span", { class: "kind" }, "character") : null,
    by.kind === "webhook" ? el("span", { class: "kind" }, "webhook") : null,
    el("time", { dateTime: new Date(message.accepted_at).toISOString() }, clock(message.accepted_at)),
  );
  const side = starts ? face(by) : el("time", { class: "side" }, clock(message.accepted_at));
  return el(
    "article",
    {
      class: starts ? "message starts" : "message",
      tabIndex: 0,
      "data-id": message.id,
      "aria-label": `${by.name}, ${clock(message.accepted_at)}: ${plain(message.content).slice(0, 200)}`,
      onkeydown: (event) => key(event, message),
    },
    side,
    el("div", { class: "body" }, answered(message), starts ? head : null, text(message), files(message), reactions(message)),
    tools(message),
  );
}
