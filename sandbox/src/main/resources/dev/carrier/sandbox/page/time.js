const sameDay = (a, b) => new Date(a).toDateString() === new Date(b).toDateString();

/** 14:02, in the reader's time zone. */
export const clock = (ms) => new Date(ms).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** 14:02:31. */
export const exactly = (ms) => new Date(ms).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

/** Today, Yesterday, or the date. */
export function day(ms) {
  const now = Date.now();
  if (sameDay(ms, now)) return "Today";
  if (sameDay(ms, now - 86_400_000)) return "Yesterday";
  return new Date(ms).toLocaleDateString([], { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** Whether a second message belongs to the first one's block: same author, same day, within five minutes. */
export const goesOn = (before, message) =>
  before && before.author === message.author && before.authorName === message.authorName && !message.reference &&
  message.accepted_at - before.accepted_at < 300_000 && sameDay(before.accepted_at, message.accepted_at);

export { sameDay };
