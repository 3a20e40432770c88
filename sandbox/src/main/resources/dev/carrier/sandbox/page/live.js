import { state, tell, readWorld, go } from "./state.js";
import * as api from "./api.js";

const TYPING_MS = 9000;
let reading;

/** The world's form changed: read it anew, once for a burst of changes. */
function worldChanged() {
  clearTimeout(reading);
  reading = setTimeout(() => readWorld().catch(() => {}), 120);
}

function written(message) {
  quiet(message.channel, message.author);
  if (message.channel !== state.current) {
    state.fresh.set(message.channel, (state.fresh.get(message.channel) ?? 0) + 1);
    tell("fresh");
  } else if (!state.messages.some((known) => known.id === message.id)) {
    state.messages.push(message);
    tell("messages", { added: message });
  }
}

function replaced(message) {
  const at = state.messages.findIndex((known) => known.id === message.id);
  if (at < 0) return;
  state.messages[at] = message;
  tell("messages", { changed: message });
}

function gone(channel, ids) {
  if (channel !== state.current) return;
  state.messages = state.messages.filter((message) => !ids.includes(message.id));
  tell("messages", { gone: ids });
}

function typing(channel, user) {
  const here = state.typing.get(channel) ?? new Map();
  clearTimeout(here.get(user.id));
  here.set(user.id, setTimeout(() => quiet(channel, user.id), TYPING_MS));
  state.typing.set(channel, here);
  tell("typing");
}

function quiet(channel, user) {
  const here = state.typing.get(channel);
  if (!here?.has(user)) return;
  clearTimeout(here.get(user));
  here.delete(user);
  tell("typing");
}

function happened(event) {
  switch (event.kind) {
    case "written": return written(event.message);
    case "edited":
    case "reactions": return replaced(event.message);
    case "deleted": return gone(event.channel, event.messages);
    case "typing": return typing(event.channel, event.user);
    default: return worldChanged();
  }
}

/** Follows every change from now on; after an interruption everything is read anew. */
export function follow() {
  const source = new EventSource("/sandbox/live");
  let lost = false;
  source.addEventListener("open", async () => {
    tell("link", "live");
    if (lost) {
      await readWorld();
      if (state.current) await go(state.current);
    }
    lost = false;
  });
  source.addEventListener("error", () => {
    lost = true;
    tell("link", "lost");
  });
  source.addEventListener("change", (event) => happened(JSON.parse(event.data)));
}

let told = 0;

/** Says that someone types here, not more often than every 6 seconds. */
export function sayTyping(author) {
  const now = Date.now();
  if (!author || !state.current || now - told < 6000) return;
  told = now;
  api.type(state.current, author).catch(() => {});
}

/** The next key is told at once: what was typed has been sent. */
export const doneTyping = () => { told = 0; };
