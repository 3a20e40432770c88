import { call } from "./api.js";

const instagram = "/sandbox/instagram";
const thread = (t) => `${instagram}/threads/${t.account.id}/${t.person.id}`;

export { order, orders, release, signals, lastSignal } from "./api.js";

export const world = () => call("GET", `${instagram}/world`);
export const comments = (media) => call("GET", `${instagram}/media/${media}/comments`);
export const comment = (media, form) => call("POST", `${instagram}/media/${media}/comments`, form);
export const hide = (id, hidden) => call("PATCH", `${instagram}/comments/${id}`, { hidden });
export const removeComment = (id) => call("DELETE", `${instagram}/comments/${id}`);
export const messages = (t) => call("GET", `${thread(t)}/messages`);
export const write = (t, form) => call("POST", `${thread(t)}/messages`, form);
export const read = (t) => call("POST", `${thread(t)}/read`);
export const unsend = (mid) => call("DELETE", `${instagram}/messages/${mid}`);
export const react = (mid, emoji) => call("POST", `${instagram}/messages/${mid}/reactions`, { emoji });
export const newAccount = (username) => call("POST", `${instagram}/accounts`, { username });
export const newPerson = (username) => call("POST", `${instagram}/people`, { username });
export const newPost = (owner, caption) => call("POST", `${instagram}/media`, { owner, caption });
