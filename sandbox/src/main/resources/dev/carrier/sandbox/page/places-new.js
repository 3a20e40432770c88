import { byId, el } from "./dom.js";
import { attempt } from "./acts.js";
import { state, channel, characters, go, guildOf, people, readWorld } from "./state.js";
import * as api from "./api.js";

const dialog = byId("dialog");

/** Asks with a form; gives what was entered, or nothing. fields: [name, label, options?]. */
function ask(title, about, fields, done) {
  return new Promise((resolve) => {
    const inputs = fields.map(([name, label, options]) =>
      el("label", {}, label, options
        ? el("select", { name }, options.map((one) => el("option", { value: one.id }, one.name)))
        : el("input", { name, required: true, maxLength: 40, autocomplete: "off" })));
    let entered;
    const form = el(
      "form",
      { method: "dialog", onsubmit: (event) => { entered = Object.fromEntries(new FormData(event.target)); } },
      inputs,
      el("div", { class: "ends" },
        el("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, "Leave it"),
        el("button", { class: "solid" }, done)),
    );
    dialog.replaceChildren(el("h2", { id: "dialog-title" }, title), el("p", { class: "about" }, about), form);
    dialog.setAttribute("aria-labelledby", "dialog-title");
    dialog.addEventListener("close", () => resolve(entered), { once: true });
    dialog.showModal();
    dialog.querySelector("input, select")?.focus();
  });
}

/** A new person, in a guild if one is given. */
export async function askPerson(guild) {
  const entered = await ask("Somebody new", guild ? `They join ${guildOf({ guild })?.name}.` : "They can write to characters.", [["name", "Name"]], "Add");
  if (!entered?.name.trim()) return undefined;
  return attempt(async () => {
    const person = await api.newPerson(entered.name.trim(), guild ? [guild] : state.guilds.map((one) => one.id));
    await readWorld();
    return person;
  });
}

async function askChannel() {
  const entered = await ask("A new channel", "A room of a server, for everyone in it.", [["name", "Name"], ["guild", "Server", state.guilds]], "Open");
  if (entered) await attempt(async () => arrive(await api.newChannel(entered.guild, entered.name.trim().toLowerCase().replace(/\s+/g, "-"))));
}

async function askThread() {
  const here = channel();
  const entered = await ask("A new thread", `A side talk under #${here.name}.`, [["name", "Name"]], "Open");
  if (entered) await attempt(async () => arrive(await api.newThread(here.id, entered.name.trim())));
}

async function askDm() {
  const entered = await ask("A direct message", "Between one person and one character; nobody else reads it.", [["person", "Person", people()], ["bot", "Character", characters()]], "Open");
  if (entered) await attempt(async () => arrive({ id: (await api.newDm(entered.person, entered.bot)).channel }));
}

async function arrive(place) {
  await readWorld();
  await go(place.id);
}

/** A server with three people, for a sandbox that nobody has filled. */
export const makeSmallWorld = () =>
  attempt(async () => {
    const mira = await api.newPerson("Mira", []);
    const others = await Promise.all(["Jonas", "Priya"].map((name) => api.newPerson(name, [])));
    const guild = await api.newGuild("The Lighthouse", mira.id, others.map((one) => one.id));
    await arrive({ id: guild.general });
  });

/** Offers everything that can be new. */
export function readyNew() {
  byId("new-place").addEventListener("click", () => {
    const here = channel();
    const choices = [
      [true, "Person", "Somebody to write as", () => askPerson(here?.guild)],
      [state.guilds.length > 0, "Channel", "A room of a server", askChannel],
      [here?.type === "text" || here?.type === "forum", "Thread", `A side talk under #${here?.name}`, askThread],
      [people().length > 0 && characters().length > 0, "Direct message", "One person, one character", askDm],
      [state.guilds.length === 0, "Small world", "A server with three people", makeSmallWorld],
    ].filter(([possible]) => possible);
    dialog.replaceChildren(
      el("h2", { id: "dialog-title" }, "Something new"),
      el("p", { class: "about" }, "It exists until the sandbox ends."),
      el("div", { class: "choices" }, choices.map(([, name, about, act]) =>
        el("button", { type: "button", onclick: () => { dialog.close(); act(); } }, name, el("small", {}, about)))),
    );
    dialog.setAttribute("aria-labelledby", "dialog-title");
    dialog.showModal();
  });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
}
