import { toast } from "./dom.js";
import { channel, present } from "./state.js";
import * as api from "./api.js";

const TRIES = 120;
const PAUSE = 1000;

/**
 * What "/name text" or "/name @Bot text" uses, or undefined. The text is the first option of the command; without a bot's
 * name it is the first bot here.
 */
export function command(content) {
  const found = /^\/([-\w]+)(?:\s+@(\S+))?\s*([\s\S]*)$/.exec(content);
  if (!found) return undefined;
  const bots = present(channel()).filter((one) => one.kind === "bot");
  const bot = bots.find((one) => one.name === found[2]) ?? bots[0];
  return bot && { bot: bot.id, name: found[1], text: found[3].trim() };
}

/** Uses it, and shows what only this person sees; an answer for all comes with the channel. */
export async function use(where, user, { bot, name, text }) {
  const definition = (await api.commands(bot)).find((one) => one.name === name);
  const first = definition?.options?.[0]?.name;
  const options = first ? { [first]: text } : {};
  const used = await api.use(where, { user, bot, command: name, options });
  for (let tries = 0; tries < TRIES; tries++) {
    const now = await api.used(used.id);
    if (now.state === "answered") {
      const whispers = now.replies.filter((reply) => reply.ephemeral && reply.content);
      if (whispers.length) toast(whispers.at(-1).content);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
