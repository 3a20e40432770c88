import { byId, el } from "./dom.js";
import { face } from "./face.js";
import { closeDrawers } from "./drawers.js";
import { state, on, go, nameOf, present } from "./state.js";

function place(one, sign, extra = "") {
  const count = state.fresh.get(one.id) ?? 0;
  const label = nameOf(one);
  return el(
    "button",
    {
      class: `place ${extra} ${count ? "fresh" : ""}`,
      "aria-current": one.id === state.current ? "page" : undefined,
      "aria-label": count ? `${label}, ${count} new` : undefined,
      onclick: () => { go(one.id); closeDrawers(); },
    },
    sign,
    el("span", { class: "label" }, label),
    count ? el("span", { class: "count", "aria-hidden": "true" }, count > 99 ? "99+" : count) : null,
  );
}

const sign = (text) => el("span", { class: "sign", "aria-hidden": "true" }, text);

function guild(one) {
  const within = (parent) => one.channels.filter((channel) => (channel.parent ?? "") === parent && channel.type !== "thread");
  const threads = (channel) => one.channels.filter((thread) => thread.type === "thread" && thread.parent === channel.id && !thread.archived);
  const show = (channel) => {
    if (channel.type === "category") return [el("p", { class: "category" }, channel.name), ...within(channel.id).flatMap(show)];
    const head = channel.type === "forum"
      ? el("p", { class: "place" }, sign("❧"), el("span", { class: "label" }, channel.name))
      : place(channel, sign("#"));
    return [head, ...threads(channel).map((thread) => place(thread, sign("↳"), "thread"))];
  };
  return el("section", { class: "guild" }, el("h2", {}, one.name), within("").flatMap(show));
}

function letters() {
  if (state.dms.length === 0) return null;
  const pair = (dm) => el("span", { class: "pair", "aria-hidden": "true" }, present(dm).reverse().map(face));
  return el("section", { class: "guild" }, el("h2", {}, "Direct messages"), state.dms.map((dm) => place(dm, pair(dm))));
}

function draw() {
  const tree = byId("tree");
  const focused = tree.contains(document.activeElement) ? [...tree.querySelectorAll("button")].indexOf(document.activeElement) : -1;
  tree.replaceChildren(...[...state.guilds.map(guild), letters()].filter(Boolean));
  // The tree is drawn anew on every change; whoever walks it with the keyboard stays where they are.
  if (focused >= 0) tree.querySelectorAll("button")[focused]?.focus();
}

export function showPlaces() {
  on("world channel fresh", draw);
  on("link", (link) => {
    const words = { live: "live", lost: "lost, trying again" };
    byId("link-state").textContent = words[link];
    byId("link-state").dataset.state = link;
  });
}
