import { el, toast } from "./dom.js";
import { face } from "./face.js";
import { asUser } from "./ig-state.js";
import { ago } from "./ig-time.js";
import * as api from "./ig-api.js";

const attempt = (act) => act().catch((error) => toast(error.message));

/** What a post shows; a file that this page may not load is named instead. */
function picture(media) {
  const absent = () => el("div", { class: "absent" }, el("span", {}, media.url ? "Its file is elsewhere" : "No file"), media.url ? el("code", {}, media.url) : null);
  if (!media.url || new URL(media.url, location.href).origin !== location.origin) return absent();
  const node = media.type === "VIDEO"
    ? el("video", { src: media.url, controls: true, preload: "metadata" })
    : el("img", { src: media.url, alt: media.altText ?? "" });
  node.addEventListener("error", () => node.replaceWith(absent()));
  return node;
}

function marks(media) {
  const words = [
    media.type === "CAROUSEL_ALBUM" ? `${media.children.length} pictures` : null,
    media.product === "FEED" ? null : media.product.toLowerCase(),
    media.aiGenerated ? "made with AI" : null,
    media.commentsOn ? null : "comments are off",
    media.over ? "over" : null,
  ].filter(Boolean);
  return words.map((word) => el("span", { class: "kind" }, word));
}

function comment(one, all, reply) {
  const below = all.filter((other) => other.parent === one.id);
  const state = [one.deleted ? "deleted" : null, one.hidden ? "hidden" : null, one.answered ? "answered in private" : null].filter(Boolean);
  return el(
    "li", { class: `comment ${one.deleted ? "deleted" : ""} ${one.hidden ? "dim" : ""}` },
    face(asUser(one.by)),
    el("div", { class: "comment-body" },
      el("p", {}, el("b", {}, one.by.username), " ", one.text),
      el("p", { class: "comment-foot" },
        el("time", {}, ago(one.at)), state.map((word) => el("span", {}, word)),
        one.deleted ? null : el("button", { type: "button", onclick: () => reply(one) }, "Reply"),
        one.deleted ? null : el("button", { type: "button", onclick: () => attempt(() => api.removeComment(one.id)) }, "Delete")),
      below.length ? el("ul", { class: "replies" }, below.map((other) => comment(other, all, reply))) : null),
  );
}

/** A post with everything that was said below it. */
export function drawPost(media, comments, reply) {
  const parts = media.children.length ? media.children : [media];
  const top = comments.filter((one) => !one.parent);
  return el(
    "article", { class: "post" },
    el("div", { class: `pictures ${parts.length > 1 ? "many" : ""}` }, parts.map(picture)),
    el("div", { class: "post-words" },
      el("p", { class: "by" }, face(asUser(media.owner)), el("span", { class: "name" }, media.owner.username), marks(media), el("time", {}, ago(media.at))),
      media.caption ? el("p", { class: "caption" }, media.caption) : null,
      el("ul", { class: "comments" }, top.length
        ? top.map((one) => comment(one, comments, reply))
        : el("li", { class: "none" }, "No comments yet."))),
  );
}
