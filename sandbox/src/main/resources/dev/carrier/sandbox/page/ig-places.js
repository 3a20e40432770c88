import { byId, el, toast } from "./dom.js";
import { face } from "./face.js";
import { closeDrawers } from "./drawers.js";
import { state, on, go, asUser, keyOfPost, keyOfThread } from "./ig-state.js";

const KINDS = { STORY: "story", REELS: "reel", LIVE: "live", AD: "ad" };

function place(key, sign, label, small) {
  const count = state.fresh.get(key) ?? 0;
  return el(
    "button",
    {
      class: `place ${count ? "fresh" : ""}`,
      "aria-current": key === state.current ? "page" : undefined,
      "aria-label": count ? `${label}, ${count} new` : undefined,
      onclick: () => { go(key).catch((error) => toast(error.message)); closeDrawers(); },
    },
    sign,
    el("span", { class: "label" }, label),
    small ? el("small", { class: "place-kind" }, small) : null,
    count ? el("span", { class: "count", "aria-hidden": "true" }, count > 99 ? "99+" : count) : null,
  );
}

const sign = (text) => el("span", { class: "sign", "aria-hidden": "true" }, text);
const title = (media) => media.caption.split("\n")[0] || (KINDS[media.product] ?? "post without words");

function account(one) {
  const posts = state.media.filter((media) => media.owner.id === one.id);
  const letters = state.threads.filter((t) => t.account.id === one.id).sort((a, b) => b.at - a.at);
  return el(
    "section", { class: "guild" },
    el("h2", {}, `@${one.username}`),
    posts.map((media) => place(keyOfPost(media), sign("▢"), title(media), KINDS[media.product])),
    letters.map((t) => place(keyOfThread(t), el("span", { class: "pair", "aria-hidden": "true" }, face(asUser(t.person))), t.person.username)),
  );
}

function others() {
  const posts = state.media.filter((media) => media.owner.kind !== "account");
  if (posts.length === 0) return null;
  return el("section", { class: "guild" }, el("h2", {}, "Other people's"),
    posts.map((media) => place(keyOfPost(media), sign("▢"), title(media), media.owner.username)));
}

function draw() {
  const tree = byId("tree");
  const focused = tree.contains(document.activeElement) ? [...tree.querySelectorAll("button")].indexOf(document.activeElement) : -1;
  tree.replaceChildren(...[...state.accounts.map(account), others()].filter(Boolean));
  if (focused >= 0) tree.querySelectorAll("button")[focused]?.focus();
}

export function showPlaces() {
  on("world place fresh", draw);
  on("link", (link) => {
    byId("link-state").textContent = { live: "live", lost: "lost, trying again" }[link];
    byId("link-state").dataset.state = link;
  });
}
