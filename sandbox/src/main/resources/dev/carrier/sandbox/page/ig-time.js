import { clock, day } from "./time.js";
import { state } from "./ig-state.js";

/** 5 min ago, or Today 14:02; by the clock of the sandbox's Instagram, which may have been moved. */
export function ago(ms) {
  const seconds = Math.max(0, (state.now - ms) / 1000);
  if (seconds < 60) return "just now";
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  return `${day(ms)} ${clock(ms)}`;
}
