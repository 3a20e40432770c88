/** What the sandbox's control API refuses. */
export class Refused extends Error {}

/** Calls the control API; what it refuses is thrown in its words. */
export async function call(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Refused("The sandbox does not answer. Is it still running?");
  }
  const text = await response.text();
  const answer = text ? JSON.parse(text) : {};
  if (!response.ok) throw new Refused(answer.error?.message ?? answer.error ?? answer.message ?? `The sandbox answered ${response.status}.`);
  return answer;
}

const discord = "/sandbox/discord";
const message = (m) => `${discord}/channels/${m.channel}/messages/${m.id}`;

export const world = () => call("GET", `${discord}/world`);
export const messages = (channel) => call("GET", `${discord}/channels/${channel}/messages`);
export const write = (channel, form) => call("POST", `${discord}/channels/${channel}/messages`, form);
export const commands = (bot) => call("GET", `${discord}/bots/${bot}/commands`);
export const use = (channel, form) => call("POST", `${discord}/channels/${channel}/commands`, form);
export const used = (id) => call("GET", `${discord}/interactions/${id}`);
export const rewrite = (m, content) => call("PATCH", message(m), { content });
export const remove = (m) => call("DELETE", message(m));
export const react = (m, user, emoji, put) => call(put ? "POST" : "DELETE", `${message(m)}/reactions`, { user, emoji });
export const type = (channel, user) => call("POST", `${discord}/channels/${channel}/typing`, { user });
export const newPerson = (name, guilds) => call("POST", `${discord}/people`, { name, guilds });
export const newGuild = (name, owner, members) => call("POST", `${discord}/guilds`, { name, owner, members });
export const newChannel = (guild, name) => call("POST", `${discord}/guilds/${guild}/channels`, { name });
export const newThread = (channel, name) => call("POST", `${discord}/channels/${channel}/threads`, { name });
export const newDm = (person, bot) => call("POST", `${discord}/dms`, { person, bot });
export const order = (form) => call("POST", "/sandbox/orders", form);
export const orders = () => call("GET", "/sandbox/orders");
export const release = (id) => call("POST", `/sandbox/orders/${id}/release`);
export const signals = (after, wait) => call("GET", `/sandbox/signals?after=${after}&wait=${wait}`);
export const lastSignal = async () => (await call("GET", "/sandbox/signals/last")).seq;
