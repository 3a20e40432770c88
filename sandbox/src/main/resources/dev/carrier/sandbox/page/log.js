import { byId, el } from "./dom.js";
import { face } from "./face.js";
import { draw } from "./message.js";
import { state, on, channel, guildOf, nameOf, present, user, characters } from "./state.js";
import { day, goesOn, sameDay } from "./time.js";
import { makeSmallWorld } from "./places-new.js";

const SHOWN = 200;
let shown = SHOWN;
const log = byId("log");

const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 90;

function toEnd() {
  log.scrollTop = log.scrollHeight;
  byId("newer").hidden = true;
}

const dayLine = (message) => el("div", { class: "day", role: "separator" }, day(message.accepted_at));

function nodes(messages) {
  return messages.flatMap((message, i) => {
    const before = messages[i - 1];
    const newDay = !before || !sameDay(before.accepted_at, message.accepted_at);
    const node = draw(message, newDay || !goesOn(before, message));
    return newDay ? [dayLine(message), node] : [node];
  });
}

function nothing() {
  if (!channel()) {
    return el(
      "div", { class: "nothing" },
      el("h2", {}, "Nobody is here yet"),
      el("p", {}, "Start ", el("code", {}, "./carrier up"), " or ", el("code", {}, "./carrier demo"), " and its characters move in. Or lay out a small world by hand."),
      el("button", { class: "solid", type: "button", onclick: makeSmallWorld }, "Make a small world"),
    );
  }
  const here = present(channel()).filter((one) => one.kind === "bot");
  return el(
    "div", { class: "nothing" },
    el("div", { class: "faces", "aria-hidden": "true" }, (here.length ? here : present(channel())).slice(0, 5).map(face)),
    el("h2", {}, here.length ? `Say hello to ${names(here.map((one) => one.name))}` : "No words here yet"),
    el("p", {}, here.length && channel().type !== "dm"
      ? "A character answers when it is mentioned: write @ and choose a name."
      : here.length ? "In a direct message a character answers everything." : characters().length ? "No character is a member here." : "Whatever you write appears here."),
  );
}

const names = (all) => (all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`);

function drawAll() {
  const visible = state.messages.slice(-shown);
  const earlier = state.messages.length > visible.length
    ? el("button", { class: "earlier", type: "button", onclick: showEarlier }, `Show earlier (${state.messages.length - visible.length})`)
    : null;
  log.replaceChildren(...(visible.length ? [earlier, ...nodes(visible)] : [nothing()]).filter(Boolean));
}

function showEarlier() {
  const height = log.scrollHeight;
  shown += SHOWN;
  drawAll();
  log.scrollTop += log.scrollHeight - height;
}

function changed({ all, added } = {}) {
  const end = all || atEnd();
  if (added && state.messages.length > 1 && state.messages.at(-1) === added && state.messages.length <= shown) {
    log.append(...nodes(state.messages.slice(-2)).slice(-1 - Number(!sameDay(state.messages.at(-2).accepted_at, added.accepted_at))));
  } else {
    const focused = document.activeElement?.closest?.(".message")?.dataset.id;
    const top = log.scrollTop;
    drawAll();
    log.scrollTop = top;
    if (focused) log.querySelector(`[data-id="${focused}"]`)?.focus({ preventScroll: true });
  }
  if (end) toEnd();
  else if (added) byId("newer").hidden = false;
}

function head() {
  const place = channel();
  const guild = guildOf(place);
  const parent = place?.type === "thread" ? state.channels.get(place.parent) : undefined;
  byId("where-path").textContent = !place ? "" : place.type === "dm" ? "Direct message" : [guild?.name, parent && `#${parent.name}`].filter(Boolean).join(" / ");
  byId("where-name").textContent = place?.type === "text" ? `#${place.name}` : nameOf(place);
  document.title = place ? `${nameOf(place)} · Carrier sandbox` : "Carrier sandbox";
  const here = place ? present(place) : [];
  const rest = here.length - 6;
  byId("present").replaceChildren(...here.slice(0, 6).map(face), ...(rest > 0 ? [el("span", { class: "more" }, `+${rest}`)] : []));
}

function typing() {
  const here = [...(state.typing.get(state.current)?.keys() ?? [])].filter((id) => id !== byId("author").value).map((id) => user(id).name);
  const line = byId("typing");
  if (here.length === 0) return line.replaceChildren();
  const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
  return line.replaceChildren(dots, el("span", {}, `${names(here)} ${here.length > 1 ? "are" : "is"} typing`));
}

export function showLog() {
  on("messages", changed);
  on("channel", () => { shown = SHOWN; head(); log.replaceChildren(); typing(); });
  on("world", () => { head(); if (state.messages.length === 0) drawAll(); });
  on("typing", typing);
  byId("newer").addEventListener("click", toEnd);
  log.addEventListener("scroll", () => { if (atEnd()) byId("newer").hidden = true; }, { passive: true });
  new ResizeObserver(() => { if (atEnd()) log.scrollTop = log.scrollHeight; }).observe(byId("compose"));
}
