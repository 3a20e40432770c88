import { el, toast } from "./dom.js";
import { ago } from "./ig-time.js";
import { state } from "./ig-state.js";
import * as api from "./ig-api.js";

const attempt = (act) => act().catch((error) => toast(error.message));
const VIA = { api: "sent by the app", app: "typed by a human as the account" };

function attached(file) {
  return file.url && new URL(file.url, location.href).origin === location.origin && file.type === "image"
    ? el("img", { src: file.url, alt: "" })
    : el("span", { class: "attached" }, file.type.replaceAll("_", " "));
}

function bubble(dm) {
  const ours = dm.via !== "person";
  const above = state.words.find((one) => one.mid === dm.replyTo);
  const notes = [
    VIA[dm.via], dm.comment ? "private reply to a comment" : null, dm.story ? "about a story" : null,
    dm.payload ? "pressed a button" : null, dm.edits ? "edited" : null, dm.deleted ? "unsent" : null,
  ].filter(Boolean);
  const reactions = Object.values(dm.reactions);
  return el(
    "li", { class: `bubble ${ours ? "ours" : "theirs"} ${dm.deleted ? "deleted" : ""}`, tabIndex: 0 },
    above ? el("p", { class: "above" }, above.text) : null,
    el("div", { class: "said" }, dm.files.map(attached), dm.text ? el("p", {}, dm.text) : null,
      reactions.length ? el("span", { class: "reacted" }, reactions.join("")) : null),
    el("p", { class: "bubble-foot" }, el("time", {}, ago(dm.at)), notes.map((note) => el("span", {}, note)),
      dm.deleted ? null : ours
        ? el("button", { type: "button", onclick: () => attempt(() => api.react(dm.mid, "❤")) }, "❤")
        : el("button", { type: "button", onclick: () => attempt(() => api.unsend(dm.mid)) }, "Unsend")),
  );
}

/** A conversation in direct messages, as the person sees it. */
export function drawThread(thread, messages) {
  if (messages.length === 0) {
    return el("div", { class: "nothing" }, el("h2", {}, `${thread.person.username} has not written yet`),
      el("p", {}, `Until they do, @${thread.account.username} may not write to them.`));
  }
  return el("ul", { class: "bubbles" }, messages.map(bubble));
}
