import { byId, el } from "./dom.js";
import { face } from "./face.js";
import { state, on, asUser, post, thread } from "./ig-state.js";
import { drawPost } from "./ig-post.js";
import { drawThread } from "./ig-thread.js";
import { answer } from "./ig-compose.js";
import { makeSmallWorld } from "./ig-new.js";

const log = byId("log");
const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 90;

function nothing() {
  return el(
    "div", { class: "nothing" },
    el("h2", {}, "Nobody is here yet"),
    el("p", {}, "Start ", el("code", {}, "./carrier demo"), " and its accounts move in. Or lay out a small world by hand."),
    el("button", { class: "solid", type: "button", onclick: makeSmallWorld }, "Make a small world"),
  );
}

function draw(toEnd) {
  const end = toEnd || atEnd();
  const top = log.scrollTop;
  const media = post();
  const t = thread();
  log.replaceChildren(media ? drawPost(media, state.words, answer) : t ? drawThread(t, state.words) : nothing());
  log.scrollTop = t && end ? log.scrollHeight : top;
}

function head() {
  const media = post();
  const t = thread();
  byId("where-path").textContent = media ? `@${media.owner.username}` : t ? `Direct messages of @${t.account.username}` : "";
  byId("where-name").textContent = media ? media.caption.split("\n")[0] || "A post without words" : t ? t.person.username : "Instagram";
  document.title = `${byId("where-name").textContent} · Carrier sandbox`;
  byId("present").replaceChildren(...(t ? [t.account, t.person] : media ? [media.owner] : []).map((one) => face(asUser(one))));
}

function typing() {
  const line = byId("typing");
  const t = thread();
  if (!t || !state.typing.has(state.current)) return line.replaceChildren();
  const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
  return line.replaceChildren(dots, el("span", {}, `${t.account.username} is typing`));
}

export function showSheet() {
  let fresh = true;
  on("place", () => { fresh = true; head(); typing(); });
  on("words", () => { draw(fresh); fresh = false; });
  on("world", () => { head(); draw(false); });
  on("typing", typing);
}
