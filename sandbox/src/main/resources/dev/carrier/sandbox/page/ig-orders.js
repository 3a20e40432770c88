import { byId, el, toast } from "./dom.js";
import * as api from "./ig-api.js";

const replies = { method: "POST", path: "/(replies|comments|messages)$" };

// What can be made to go wrong: [what the button says, what was ordered in a few words, the order].
const GROUPS = [
  ["Webhooks", [
    ["Fail once (500)", "the next delivery fails and comes again", { where: "instagram.webhook", do: { status: 500 } }],
    ["Deliver twice", "the next delivery comes twice", { where: "instagram.webhook", do: { duplicate: 1 } }],
    ["Lose one", "the next delivery never comes", { where: "instagram.webhook", do: { drop: "before" } }],
    ["Hold one", "the next delivery waits for you", { where: "instagram.webhook", do: { hold: "received" } }],
  ]],
  ["The API", [
    ["Server error (2)", "the next call fails for a moment", { where: "instagram.graph", do: { code: 2 } }],
    ["Too many calls (4)", "the next call is one too many", { where: "instagram.graph", do: { code: 4 } }],
    ["Token expired (190)", "the next call is told that its token has expired", { where: "instagram.graph", do: { code: 190, subcode: 463 } }],
    ["Blocked (368)", "the next reply is taken for abuse", { where: "instagram.graph", match: replies, do: { code: 368 } }],
    ["Lose the answer", "the next reply is accepted, its answer is lost", { where: "instagram.graph", match: replies, do: { drop: "after" } }],
    ["Hold the answer", "the next reply is accepted, its answer waits for you", { where: "instagram.graph", match: replies, do: { hold: "before-answer" } }],
  ]],
];

const given = new Map();
const attempt = (act) => act().catch((error) => toast(error.message));

async function give([, words, order]) {
  const done = await attempt(() => api.order(order));
  if (!done) return;
  given.set(done.id, words);
  toast(`Ordered: ${words}.`);
  refresh();
}

/** Shows the orders in force: whoever gave them, they can be ended here. */
export async function refresh() {
  const inForce = await api.orders().catch(() => []);
  byId("in-force").replaceChildren(
    ...inForce.map((order) =>
      el("div", { class: "held" }, el("span", {}, given.get(order.id) ?? `${order.where}: ${order.effect}`),
        el("button", { type: "button", onclick: () => attempt(() => api.release(order.id)).then(refresh) }, order.holding ? "Let go" : "End"))),
  );
}

export function showOrders() {
  byId("orders-body").replaceChildren(...GROUPS.map(([title, orders]) =>
    el("div", { class: "group", role: "group", "aria-label": title }, el("h3", {}, title),
      orders.map((order) => el("button", { class: "order", type: "button", title: order[1], onclick: () => give(order) }, order[0])))));
  if (window.innerHeight < 820) byId("orders").open = false;
}
