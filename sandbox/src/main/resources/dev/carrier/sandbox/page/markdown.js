import { el } from "./dom.js";
import { state, user } from "./state.js";

// The part of Discord's markdown that characters use. Builds elements, never HTML from text.
const INLINE = [
  [/`([^`\n]+)`/, (m) => el("code", {}, m[1])],
  [/<@!?(\d+)>/, (m) => el("span", { class: "mention" }, `@${user(m[1]).name}`)],
  [/<#(\d+)>/, (m) => el("span", { class: "mention" }, `#${state.channels.get(m[1])?.name ?? "unknown"}`)],
  [/<@&\d+>|@everyone|@here/, (m) => el("span", { class: "mention" }, m[0].startsWith("<") ? "@role" : m[0])],
  [/\*\*(?=\S)([\s\S]+?)\*\*/, (m) => el("strong", {}, inline(m[1]))],
  [/__(?=\S)([\s\S]+?)__/, (m) => el("u", {}, inline(m[1]))],
  [/~~(?=\S)([\s\S]+?)~~/, (m) => el("s", {}, inline(m[1]))],
  [/\|\|([\s\S]+?)\|\|/, (m) => el("span", { class: "spoiler", tabIndex: 0, title: "Spoiler" }, inline(m[1]))],
  [/\*(?=\S)([^*\n]+?)\*|(?<![\p{L}\p{N}])_(?=\S)([^_\n]+?)_(?![\p{L}\p{N}])/u, (m) => el("em", {}, inline(m[1] ?? m[2]))],
  [/\[([^\]\n]+)]\((https?:\/\/[^\s)]+)\)/, (m) => link(m[2], m[1])],
  [/https?:\/\/[^\s<>]+[^\s<>.,;:!?)"']/, (m) => link(m[0], m[0])],
];

const link = (href, label) => el("a", { href, rel: "noreferrer noopener", target: "_blank" }, label);

/** Text within a line as nodes. */
export function inline(text) {
  let first;
  for (const [pattern, make] of INLINE) {
    const found = pattern.exec(text);
    if (found && (!first || found.index < first.found.index)) first = { found, make };
  }
  if (!first) return text ? [text] : [];
  const { found, make } = first;
  return [text.slice(0, found.index), make(found), ...inline(text.slice(found.index + found[0].length))].filter((part) => part !== "");
}

/** A message's text as blocks. */
export function blocks(content) {
  const parts = [];
  // An open fence runs to the end, as it does on Discord.
  const fence = /```(?:([\w+#.-]+)\n)?\n?([\s\S]*?)(?:```|$)/g;
  let from = 0;
  for (const found of content.matchAll(fence)) {
    if (!found[0].startsWith("```") || found[2].trim() === "") continue;
    parts.push(...lines(content.slice(from, found.index).replace(/\n$/, "")), code(found[1], found[2]));
    from = found.index + found[0].length;
  }
  return [...parts, ...lines(content.slice(from).replace(/^\n/, ""))];
}

function code(language, text) {
  const copy = el("button", { type: "button", onclick: () => navigator.clipboard?.writeText(text) }, "Copy");
  return el("pre", {}, el("span", { class: "language" }, language ?? "text", copy), el("code", { tabIndex: 0 }, text.replace(/\n$/, "")));
}

const LINES = [
  [/^-# (.*)$/, (m) => el("p", { class: "subtext" }, inline(m[1]))],
  [/^#{1,3} (.*)$/, (m) => el("p", { class: "big" }, inline(m[1]))],
];

function lines(text) {
  const result = [];
  let kind, gathered = [];
  const flush = () => {
    if (gathered.length === 0) return;
    const all = gathered.join("\n");
    if (kind === "quote") result.push(el("blockquote", {}, inline(all)));
    else if (kind === "list") result.push(el("ul", {}, gathered.map((item) => el("li", {}, inline(item)))));
    else if (all.trim() !== "") result.push(el("p", {}, inline(all.replace(/^\n+|\n+$/g, ""))));
    gathered = [];
  };
  for (const line of text.split("\n")) {
    const special = LINES.map(([pattern, make]) => [pattern.exec(line), make]).find(([found]) => found);
    const quote = /^> ?(.*)$/.exec(line);
    const item = /^\s*[-*•] (.+)$/.exec(line);
    const next = special ? "special" : quote ? "quote" : item ? "list" : "text";
    if (next !== kind || special) flush();
    kind = next;
    if (special) result.push(special[1](special[0]));
    else gathered.push(quote ? quote[1] : item ? item[1] : line);
  }
  flush();
  return result;
}

/** A message's text as one plain line: for quotes of it and for its name to a screen reader. */
export function plain(content) {
  return content
    .replace(/<@!?(\d+)>/g, (_, id) => `@${user(id).name}`)
    .replace(/^-# .*$/gm, "")
    .replace(/```(\w+\n)?|[*_~`|]{1,3}/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
