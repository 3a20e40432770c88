import { state, tell, keyOfPost, keyOfThread, readWorld, readWords } from "./ig-state.js";

const TYPING_MS = 20_000;
let reading;
let readingWords;
const typing = new Map();

/** Reads again once for a burst of changes. */
function soon() {
  clearTimeout(reading);
  reading = setTimeout(() => readWorld().catch(() => {}), 150);
}

function soonWords() {
  clearTimeout(readingWords);
  readingWords = setTimeout(() => readWords().catch(() => {}), 60);
}

function types(key, on) {
  clearTimeout(typing.get(key));
  if (on) {
    state.typing.add(key);
    typing.set(key, setTimeout(() => types(key, false), TYPING_MS));
  } else {
    state.typing.delete(key);
  }
  tell("typing");
}

function happened(event) {
  const key = event.thread ? keyOfThread(event) : event.media ? keyOfPost(event.media) : undefined;
  if (event.kind === "typing") return types(key, event.on);
  if (event.kind === "message") types(key, false);
  if (event.kind === "seen") return undefined;
  if (key === state.current) soonWords();
  else if (event.kind === "message" || event.kind === "comment") {
    state.fresh.set(key, (state.fresh.get(key) ?? 0) + 1);
    tell("fresh");
  }
  return event.kind === "changed" ? undefined : soon();
}

/** Follows every change from now on; after an interruption everything is read anew. */
export function follow() {
  const source = new EventSource("/sandbox/instagram/live");
  let lost = false;
  source.addEventListener("open", async () => {
    tell("link", "live");
    if (lost) await readWorld().then(readWords).catch(() => {});
    lost = false;
  });
  source.addEventListener("error", () => {
    lost = true;
    tell("link", "lost");
  });
  source.addEventListener("change", (event) => happened(JSON.parse(event.data)));
}
