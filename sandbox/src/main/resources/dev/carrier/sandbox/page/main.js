import { readyColours } from "./colours.js";
import { readyCompose } from "./compose.js";
import { readyDrawers } from "./drawers.js";
import { toast } from "./dom.js";
import { follow } from "./live.js";
import { showLog } from "./log.js";
import { showOrders } from "./orders.js";
import { readyNew } from "./places-new.js";
import { showPlaces } from "./places.js";
import { showSignals } from "./signals.js";
import { state, on, firstPlace, go, readWorld } from "./state.js";

readyColours();
readyDrawers();
readyNew();
readyCompose();
showPlaces();
showLog();
showOrders();

// Whoever opens the page before anything exists is taken to the first place once there is one.
on("world", () => {
  if (!state.channels.has(state.current)) {
    const first = firstPlace();
    if (first) go(first).catch((error) => toast(error.message));
  }
});
window.addEventListener("hashchange", () => {
  const asked = location.hash.slice(1);
  if (asked !== state.current && state.channels.has(asked)) go(asked);
});

follow();
showSignals();
readWorld().catch((error) => toast(error.message));
