import { byId, el } from "./dom.js";
import { exactly } from "./time.js";
import { refresh } from "./ig-orders.js";
import * as api from "./ig-api.js";

const KEPT = 80;
const LOOK_BACK = 240;
let rows = [];

// What a request means to a person: [method, path, words].
const GRAPH = [
  ["POST", /\/messages$/, "writes a message"],
  ["POST", /\/replies$/, "replies to a comment"],
  ["POST", /\/comments$/, "comments"],
  ["POST", /\/subscribed_apps$/, "subscribes"],
  ["POST", /\/media$/, "prepares a post"],
  ["POST", /\/media_publish$/, "publishes a post"],
  ["GET", /\/content_publishing_limit$/, "asks how much it may publish"],
  ["GET", /\/me$/, "asks who it is"],
  ["GET", /\/comments$/, "reads comments"],
  ["GET", /\/replies$/, "reads replies"],
  ["GET", /\/media$/, "reads its posts"],
  ["GET", /\/conversations$/, "reads its conversations"],
  ["GET", /refresh_access_token$/, "refreshes its token"],
  ["DELETE", /./, "deletes a comment"],
  ["POST", /\/v[\d.]+\/\d+$/, "hides a comment, or shows it"],
  ["GET", /\/v[\d.]+\/[\w-]+$/, "looks something up"],
];

const ours = (signal) => signal.where.startsWith("instagram.");

function title(signal) {
  if (signal.where === "instagram.webhook") return `is told of ${signal.path.replace("/webhook/", "").replaceAll("_", " ").replaceAll(",", ", ")}`;
  if (signal.where === "instagram.container") return `hands in ${signal.method.toLowerCase().replaceAll("_", " ")}`;
  const short = signal.path.replace(/^\/instagram\/graph\/(v[\d.]+\/)?/, "");
  return GRAPH.find(([method, path]) => method === signal.method && path.test(signal.path))?.[2] ?? `${signal.method} ${short}`;
}

/** A request, or a delivery, is one row that moves on. */
function place(signal) {
  const later = ["before-answer", "after-answer"].includes(signal.point);
  const open = later && rows.find((row) => row.where === signal.where && row.path === signal.path && row.method === signal.method
    && row.account === signal.account && row.excerpt === signal.excerpt && row.point !== "after-answer" && row.seq < signal.seq);
  if (open) Object.assign(open, { point: signal.point, status: signal.status, took: signal.at - open.at });
  else rows.unshift({ ...signal });
}

const bad = (row) => row.status >= 400 || row.status === 0;

function detail(row) {
  const parts = [];
  if (row.point === "received" || row.point === "dispatch") parts.push("in progress");
  if (row.point === "before-answer") parts.push("about to answer");
  if (row.took >= 10) parts.push(row.took < 1000 ? `${row.took} ms` : `${(row.took / 1000).toFixed(1)} s`);
  return parts.join(", ");
}

function draw() {
  byId("signals").replaceChildren(
    ...(rows.length
      ? rows.map((row) =>
          el(
            "li",
            { class: "signal", "data-point": row.point, "data-bad": bad(row) ? "" : undefined, title: `${row.method} ${row.path}` },
            el("span", { class: "stage" }),
            el("span", { class: "what" }, el("b", {}, row.account || "someone"), ` ${title(row)}`,
              bad(row) ? el("span", { class: "code" }, ` ${row.status || "no answer"}`) : null, el("small", {}, detail(row))),
            el("time", {}, exactly(row.at)),
          ))
      : [el("li", { class: "none" }, "Quiet. Signals appear when an app is told something, reads or writes.")]),
  );
}

export async function showSignals() {
  draw();
  refresh();
  let after;
  for (;;) {
    try {
      after ??= Math.max(0, (await api.lastSignal()) - LOOK_BACK);
      const signals = await api.signals(after, 25_000);
      for (const signal of signals) after = Math.max(after, signal.seq);
      const wanted = signals.filter(ours);
      wanted.forEach(place);
      rows = rows.slice(0, KEPT);
      if (wanted.length) {
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
