import { byId, el, toast } from "./dom.js";
import { attempt } from "./acts.js";
import { on, characters } from "./state.js";
import * as api from "./api.js";

const posts = { method: "POST", path: "/messages$" };

// What can be made to go wrong: [what the button says, what was ordered in a few words, the order].
const GROUPS = [
  ["The model", "character", [
    ["Busy once (429)", "the next model call is told to come back in 2 s", { where: "model", do: { status: 429, retryAfter: 2 } }],
    ["Fail once (500)", "the next model call fails", { where: "model", do: { status: 500 } }],
    ["Slow once (8 s)", "the next model call takes 8 s longer", { where: "model", do: { slow: 8000 } }],
    ["Hang once (30 s)", "the next model call hangs for 30 s", { where: "model", do: { hang: 30 } }],
    ["Hold the answer", "the next model answer waits for you", { where: "model", do: { hold: "before-answer" } }],
    ["Fail until ended", "every model call fails", { where: "model", times: -1, do: { status: 503 } }],
  ]],
  ["The gateway", "account", [
    ["Cut the line", "the gateway was cut", { where: "discord.gateway", do: { cut: true } }],
    ["Close with 4000", "the gateway was closed with 4000", { where: "discord.gateway", do: { close: 4000 } }],
    ["Ask to reconnect", "the gateway asked to reconnect", { where: "discord.gateway", do: { reconnect: true } }],
    ["Invalid session", "the gateway session was made invalid", { where: "discord.gateway", do: { invalidSession: false } }],
    ["Next event twice", "the next message event is delivered twice", { where: "discord.gateway", match: { method: "MESSAGE_CREATE" }, do: { duplicate: 1 } }],
    ["Ignore heartbeats", "heartbeats are not answered", { where: "discord.gateway", do: { deaf: true } }],
  ]],
  ["Posting", "account", [
    ["Busy once (429)", "the next post is told to come back in 3 s", { where: "discord.rest", match: posts, do: { status: 429, retryAfter: 3 } }],
    ["Fail once (502)", "the next post fails", { where: "discord.rest", match: posts, do: { status: 502 } }],
    ["Lose the answer", "the next post is accepted, its answer is lost", { where: "discord.rest", match: posts, do: { drop: "after" } }],
    ["Hold the answer", "the next post is accepted, its answer waits for you", { where: "discord.rest", match: posts, do: { hold: "before-answer" } }],
  ]],
];

// The orders that this page gave, and what they say; those of others are told by their fields.
const given = new Map();

async function give([, words, order], account) {
  const form = structuredClone(order);
  if (account) form.match = { ...form.match, account };
  const done = await attempt(() => api.order(form));
  if (!done) return;
  given.set(done.id, account ? `${words} (${account})` : words);
  toast(`Ordered: ${words}.`);
  refresh();
}

function group([title, , orders]) {
  const whose = el("select", { "aria-label": `${title}: for whom` });
  whose.dataset.whose = title;
  return el(
    "div",
    { class: "group", role: "group", "aria-label": title },
    el("h3", {}, title, whose),
    orders.map((order) => el("button", { class: "order", type: "button", title: order[1], onclick: () => give(order, whose.value) }, order[0])),
  );
}

function accounts() {
  document.querySelectorAll("[data-whose]").forEach((select) => {
    const kept = select.value;
    select.replaceChildren(el("option", { value: "" }, "everyone"), ...characters().map((one) => el("option", { value: one.name }, one.name)));
    select.value = kept;
  });
}

const words = (order) => given.get(order.id) ?? `${order.where}: ${order.effect}`;

/** Shows the orders in force: whoever gave them, they can be ended here. */
export async function refresh() {
  const inForce = await api.orders().catch(() => []);
  byId("in-force").replaceChildren(
    ...inForce.map((order) =>
      el("div", { class: "held" }, el("span", {}, words(order)),
        el("button", { type: "button", onclick: () => attempt(() => api.release(order.id)).then(refresh) }, order.holding ? "Let go" : "End"))),
  );
}

export function showOrders() {
  byId("orders-body").replaceChildren(...GROUPS.map(group));
  on("world", accounts);
  if (window.innerHeight < 820) byId("orders").open = false;
}
