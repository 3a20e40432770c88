import { byId, el } from "./dom.js";
import { exactly } from "./time.js";
import { refresh } from "./orders.js";
import * as api from "./api.js";

const KEPT = 80;
const LOOK_BACK = 240;
const FILTERS = [["All", () => true], ["Model", (s) => s.where === "model"], ["Posts", (s) => s.where === "discord.rest"], ["Gateway", (s) => s.where === "discord.gateway"]];
let rows = [];
let filter = FILTERS[0];

// What a request means to a person: [method, path, words].
const REST = [
  ["POST", /\/channels\/\d+\/messages$/, "posts a message"],
  ["GET", /\/channels\/\d+\/messages$/, "reads back the channel"],
  ["POST", /\/typing$/, "types"],
  ["PUT", /\/reactions\//, "reacts"],
  ["DELETE", /\/messages\/\d+$/, "deletes a message"],
  ["PATCH", /\/messages\/\d+$/, "edits a message"],
  ["GET", /\/gateway(\/bot)?$/, "asks for the gateway"],
  ["GET", /\/users\/@me$/, "asks who it is"],
];

const GATEWAY = { identify: "signs in", resume: "picks up its session", closed: "is disconnected" };

function title(signal) {
  if (signal.where === "model") return signal.path.endsWith("/models") ? "model list" : "asks the model";
  if (signal.where === "discord.rest") {
    return REST.find(([method, path]) => method === signal.method && path.test(signal.path))?.[2] ?? `${signal.method} ${signal.path.replace("/api/v10", "")}`;
  }
  return GATEWAY[signal.point] ?? `hears ${signal.method.toLowerCase().replaceAll("_", " ")}`;
}

/** Received, before and after an answer are one row that moves on. */
function place(signal) {
  const later = ["before-answer", "after-answer"].includes(signal.point);
  const open = later && rows.find((row) => row.where === signal.where && row.path === signal.path && row.method === signal.method
    && row.account === signal.account && row.excerpt === signal.excerpt && row.point !== "after-answer" && row.seq < signal.seq);
  if (open) Object.assign(open, { point: signal.point, status: signal.status, took: signal.at - open.at });
  else rows.unshift({ ...signal });
}

const bad = (row) => row.status >= 400 && row.point !== "closed";

function detail(row) {
  if (row.point === "closed" && row.status) return `code ${row.status}`;
  const parts = [];
  if (row.point === "received") parts.push("in progress");
  if (row.point === "before-answer") parts.push("about to answer");
  if (row.took >= 10) parts.push(row.took < 1000 ? `${row.took} ms` : `${(row.took / 1000).toFixed(1)} s`);
  return parts.join(", ");
}

function draw() {
  const shown = rows.filter(filter[1]);
  const list = byId("signals");
  list.replaceChildren(
    ...(shown.length
      ? shown.map((row) =>
          el(
            "li",
            { class: "signal", "data-point": row.point, "data-bad": bad(row) ? "" : undefined, title: `${row.method} ${row.path}` },
            el("span", { class: "stage" }),
            el("span", { class: "what" }, el("b", {}, row.account || "someone"), ` ${title(row)}`,
              bad(row) ? el("span", { class: "code" }, ` ${row.status}`) : null, el("small", {}, detail(row))),
            el("time", {}, exactly(row.at)),
          ))
      : [el("li", { class: "none" }, "Quiet. Signals appear when a character connects, asks its model or posts.")]),
  );
}

async function follow() {
  let after;
  for (;;) {
    try {
      after ??= Math.max(0, (await api.lastSignal()) - LOOK_BACK);
      const signals = await api.signals(after, 25_000);
      for (const signal of signals) {
        after = Math.max(after, signal.seq);
        place(signal);
      }
      rows = rows.slice(0, KEPT);
      if (signals.length) {
        draw();
        refresh();
      }
    } catch {
      // The sandbox may have been started anew, with signals from 1.
      after = undefined;
      await new Promise((done) => setTimeout(done, 2000));
    }
  }
}

export function showSignals() {
  const buttons = FILTERS.map((one) =>
    el("button", {
      type: "button",
      "aria-pressed": String(one === filter),
      onclick: () => {
        filter = one;
        buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(FILTERS[i] === filter)));
        draw();
      },
    }, one[0]));
  byId("filters").replaceChildren(...buttons);
  draw();
  refresh();
  follow();
}
