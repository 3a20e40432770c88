import { byId, el, toast } from "./dom.js";
import { state, go, keyOfPost, readWorld } from "./ig-state.js";
import * as api from "./ig-api.js";

const dialog = byId("dialog");
const attempt = (act) => act().catch((error) => toast(error.message));

function ask(title, about, fields, done) {
  return new Promise((resolve) => {
    let entered;
    const form = el(
      "form",
      { method: "dialog", onsubmit: (event) => { entered = Object.fromEntries(new FormData(event.target)); } },
      fields.map(([name, label, options]) =>
        el("label", {}, label, options
          ? el("select", { name }, options.map((one) => el("option", { value: one.id }, one.username)))
          : el("input", { name, required: true, maxLength: 300, autocomplete: "off" }))),
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

const username = (text) => text.trim().toLowerCase().replace(/[^a-z0-9._]+/g, ".");

async function askPerson() {
  const entered = await ask("Somebody new", "They can comment, and write to accounts.", [["name", "Username"]], "Add");
  if (entered) await attempt(async () => { await api.newPerson(username(entered.name)); await readWorld(); });
}

async function askAccount() {
  const entered = await ask("A new account", "A professional account without anybody behind it, until an app uses its token.", [["name", "Username"]], "Open");
  if (entered) await attempt(async () => { await api.newAccount(username(entered.name)); await readWorld(); });
}

async function askPost() {
  const owners = [...state.accounts, ...state.people];
  const entered = await ask("A new post", "An image without a file: for its comments.", [["owner", "By", owners], ["caption", "Caption"]], "Publish");
  if (entered) await attempt(async () => { const made = await api.newPost(entered.owner, entered.caption); await readWorld(); await go(keyOfPost(made)); });
}

/** An account, two people and a post, for a sandbox that nobody has filled. */
export const makeSmallWorld = () =>
  attempt(async () => {
    const account = await api.newAccount("the.lighthouse");
    await Promise.all(["mira", "jonas"].map((name) => api.newPerson(name)));
    const made = await api.newPost(account.id, "First light over the bay");
    await readWorld();
    await go(keyOfPost(made));
  });

/** Offers everything that can be new. */
export function readyNew() {
  byId("new-place").addEventListener("click", () => {
    const choices = [
      [true, "Person", "Somebody to write as", askPerson],
      [true, "Account", "A professional account", askAccount],
      [state.accounts.length + state.people.length > 0, "Post", "Something to comment on", askPost],
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
