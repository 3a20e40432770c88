import * as api from "./api.js";

/** Everything the page shows. Parts of the page listen to what they draw. */
export const state = {
  users: new Map(),
  guilds: [],
  dms: [],
  channels: new Map(),
  current: undefined,
  messages: [],
  fresh: new Map(),
  typing: new Map(),
};

const listeners = new Map();

/** Calls back when one of the things named changed: world, channel, messages, fresh, typing, link. */
export function on(things, callback) {
  for (const thing of things.split(" ")) listeners.set(thing, [...(listeners.get(thing) ?? []), callback]);
}

export function tell(thing, detail) {
  (listeners.get(thing) ?? []).forEach((callback) => callback(detail));
}

export const user = (id) => state.users.get(id) ?? { id, name: "someone", kind: "person" };
export const people = () => [...state.users.values()].filter((one) => one.kind === "person");
export const characters = () => [...state.users.values()].filter((one) => one.kind === "bot");
export const channel = () => state.channels.get(state.current);
export const guildOf = (place) => state.guilds.find((guild) => guild.id === place?.guild);

/** Who is in a place, characters first. */
export function present(place) {
  const members = place?.type === "dm" ? place.recipients.map(user) : (guildOf(place)?.members ?? []);
  return [...members].sort((a, b) => (a.kind === "bot" ? 0 : 1) - (b.kind === "bot" ? 0 : 1));
}

/** What a place is called: a DM by its two parties. */
export function nameOf(place) {
  if (!place) return "Sandbox";
  return place.type === "dm" ? present(place).reverse().map((one) => one.name).join(" & ") : place.name;
}

/** Reads the whole world anew. */
export async function readWorld() {
  const world = await api.world();
  state.users = new Map(world.users.map((one) => [one.id, one]));
  state.guilds = world.guilds;
  state.dms = world.dms;
  const all = [...world.guilds.flatMap((guild) => guild.channels), ...world.dms];
  state.channels = new Map(all.map((one) => [one.id, one]));
  tell("world");
}

/** Goes to a channel, thread or DM and reads what was said there. */
export async function go(id) {
  state.current = id;
  state.messages = [];
  state.fresh.delete(id);
  history.replaceState(null, "", `#${id}`);
  tell("channel");
  const messages = await api.messages(id);
  if (state.current === id) {
    state.messages = messages;
    tell("messages", { all: true });
  }
}

/** The first place worth showing: the one in the address, else the first that takes messages. */
export function firstPlace() {
  const asked = location.hash.slice(1);
  if (state.channels.has(asked)) return asked;
  return [...state.channels.values()].find((place) => place.type === "text" || place.type === "dm")?.id;
}
