import * as api from "./ig-api.js";

/** Everything the page shows. A place is { media } or { account, person }; its key is in the address. */
export const state = {
  accounts: [],
  people: [],
  media: [],
  threads: [],
  now: Date.now(),
  current: undefined,
  words: [],
  fresh: new Map(),
  typing: new Set(),
};

const listeners = new Map();

/** Calls back when one of the things named changed: world, place, words, fresh, typing, link. */
export function on(things, callback) {
  for (const thing of things.split(" ")) listeners.set(thing, [...(listeners.get(thing) ?? []), callback]);
}

export const tell = (thing, detail) => (listeners.get(thing) ?? []).forEach((callback) => callback(detail));

/** As the drawing of faces wants them: accounts are characters. */
export const asUser = (who) => ({ name: who.username, kind: who.kind === "account" ? "bot" : "person" });

export const keyOfPost = (media) => `post-${media.id ?? media}`;
export const keyOfThread = (t) => `dm-${t.account.id ?? t.account}-${t.person.id ?? t.person}`;

export const post = (key = state.current) => state.media.find((one) => keyOfPost(one) === key);
export const thread = (key = state.current) => state.threads.find((one) => keyOfThread(one) === key);
const exists = (key) => post(key) || thread(key);

/** Reads the whole world anew. */
export async function readWorld() {
  const world = await api.world();
  Object.assign(state, world);
  // Somebody may write to an account with which they have not spoken yet.
  for (const account of world.accounts) {
    for (const person of world.people) {
      if (!state.threads.some((t) => t.account.id === account.id && t.person.id === person.id)) {
        state.threads.push({ account, person, at: 0 });
      }
    }
  }
  tell("world");
  if (!exists(state.current)) {
    const asked = location.hash.slice(1);
    const first = exists(asked) ? asked : state.media[0] ? keyOfPost(state.media[0]) : state.threads[0] && keyOfThread(state.threads[0]);
    if (first) await go(first);
  }
}

/** Goes to a post or a thread and reads what was said there. */
export async function go(key) {
  state.current = key;
  state.words = [];
  state.fresh.delete(key);
  history.replaceState(null, "", `#${key}`);
  tell("place");
  await readWords();
}

/** Reads what was said in the current place. */
export async function readWords() {
  const key = state.current;
  const words = post() ? await api.comments(post().id) : thread() ? await api.messages(thread()) : [];
  if (state.current === key) {
    state.words = words;
    tell("words");
  }
}
