package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives orders to misbehave: {@code
 * orders.at("discord.rest").method("POST").path("/messages$").hold("before-answer")}.
 */
public final class OrdersClient {
    private static final String BASE = "sandbox/orders";

    private final SandboxClient client;

    OrdersClient(SandboxClient client) {
        this.client = client;
    }

    /**
     * Begins an order at a part of the sandbox, such as {@code discord.rest}, {@code media.ftp} or
     * {@code instagram.graph}. At {@code instagram.webhook}, {@code path} is {@code
     * /webhook/FIELD}, and what happens is what the receiver of a delivery sees: {@code status} is
     * a failure of the receiver before it got anything, {@code dropBefore} loses the delivery for
     * ever, {@code dropAfter} loses the answer so that it comes again, {@code slow} and {@code
     * hold} let others overtake it, {@code duplicate} sends it again.
     */
    public Draft at(String where) {
        return new Draft(where);
    }

    /** Gives an order in the control API's own form. */
    public Given give(ObjectNode form) {
        return new Given(Json.text(client.post(BASE, form), "id", ""));
    }

    /** Ends all orders and lets go whatever they hold. */
    public void endAll() {
        client.send("DELETE", BASE, Json.object());
    }

    /** What the orders do that still act or hold something, oldest first, in words. */
    public List<String> inForce() {
        return client.get(BASE).valueStream().map(it -> Json.text(it, "effect", "")).toList();
    }

    /** An order in force. */
    public final class Given {
        private final String id;

        private Given(String id) {
            this.id = id;
        }

        /** How many requests or events it will still act on; −1 is all of them. */
        public int left() {
            return client.get(BASE)
                    .valueStream()
                    .filter(it -> Json.text(it, "id", "").equals(id))
                    .findFirst()
                    .map(it -> (int) Json.number(it, "left").orElse(0))
                    .orElse(0);
        }

        /** Lets go what it holds, and ends it. Once more is nothing. */
        public void release() {
            try {
                client.post(BASE + "/" + id + "/release", Json.object());
            } catch (IllegalStateException _) {
                // It was spent, and held nothing.
            }
        }
    }

    /**
     * An order before it is given; it is in force once the method that says what to do has
     * returned.
     */
    public final class Draft {
        private final ObjectNode form = Json.object();
        private final ObjectNode match = form.putObject("match");

        private Draft(String where) {
            form.put("where", where);
        }

        /** Only this HTTP method; at the gateway IDENTIFY, RESUME, HEARTBEAT or an event's name. */
        public Draft method(String value) {
            match.put("method", value);
            return this;
        }

        /**
         * Only paths in which this regular expression is found; at the gateway {@code
         * /gateway/INTENTS}.
         */
        public Draft path(String value) {
            match.put("path", value);
            return this;
        }

        /** Only this account: the bot's name. */
        public Draft account(String value) {
            match.put("account", value);
            return this;
        }

        /** Only bodies with this text. */
        public Draft contains(String value) {
            match.put("contains", value);
            return this;
        }

        /** How often; −1 is always. Without it once. */
        public Draft times(int value) {
            form.put("times", value);
            return this;
        }

        /** How many pass untouched first. */
        public Draft after(int value) {
            form.put("after", value);
            return this;
        }

        /** Answers with a status. */
        public Given status(int status) {
            doing().put("status", status);
            return give(form);
        }

        /** Refuses with Discord's JSON error code. */
        public Given refused(int status, int code, String message) {
            var doing = doing().put("status", status);
            doing.putObject("body").put("message", message).put("code", code);
            return give(form);
        }

        /** Graph API: refuses with an error by its code. */
        public Given graphError(int code) {
            doing().put("code", code);
            return give(form);
        }

        /** Graph API: refuses with an error by its code and subcode. */
        public Given graphError(int code, int subcode) {
            doing().put("code", code).put("subcode", subcode);
            return give(form);
        }

        /** Graph API: does what was asked, and answers with an error all the same. */
        public Given graphErrorAfter(int code, int subcode) {
            doing().put("code", code).put("subcode", subcode).put("executed", true);
            return give(form);
        }

        /** Answers 429 with a Retry-After. */
        public Given rateLimited(int retryAfterSeconds) {
            doing().put("status", 429).put("retryAfter", retryAfterSeconds);
            return give(form);
        }

        /** Answers 429 with a Retry-After that holds for everything the bot does. */
        public Given everythingLimited(int retryAfterSeconds) {
            doing().put("status", 429).put("retryAfter", retryAfterSeconds).put("global", true);
            return give(form);
        }

        /** Says nothing for so long, then cuts the connection; nothing is executed. */
        public Given hang(double seconds) {
            doing().put("hang", seconds);
            return give(form);
        }

        /** Cuts the connection; nothing is executed. */
        public Given dropBefore() {
            doing().put("drop", "before");
            return give(form);
        }

        /** Executes, then cuts the connection. */
        public Given dropAfter() {
            doing().put("drop", "after");
            return give(form);
        }

        /** Waits first. */
        public Given slow(long ms) {
            doing().put("slow", ms);
            return give(form);
        }

        /** Stops at {@code received} or {@code before-answer} until released. */
        public Given hold(String point) {
            doing().put("hold", point);
            return give(form);
        }

        /** Gateway: closes with a code. */
        public Given close(int code) {
            doing().put("close", code);
            return give(form);
        }

        /** Gateway: op 9. */
        public Given invalidSession(boolean resumable) {
            doing().put("invalidSession", resumable);
            return give(form);
        }

        /** Gateway: op 7. */
        public Given reconnect() {
            doing().put("reconnect", true);
            return give(form);
        }

        /** Gateway: delivers an event so many times more. */
        public Given duplicate(int times) {
            doing().put("duplicate", times);
            return give(form);
        }

        /** Gateway: ends the TCP connection without a word. */
        public Given cut() {
            doing().put("cut", true);
            return give(form);
        }

        /** Gateway: acknowledges no heartbeat any more. */
        public Given deaf() {
            doing().put("deaf", true);
            return give(form);
        }

        /** Gateway: the connection stays, and nothing goes over it any more. */
        public Given freeze() {
            doing().put("freeze", true);
            return give(form);
        }

        /** HTTP: executes, then answers with another status, and with another header. */
        public Given altered(int status, String header, String value) {
            var alter = doing().putObject("alter").put("status", status);
            alter.putObject("headers").put(header, value);
            return give(form);
        }

        /** FTP: an upload goes no further after so many bytes, until its client goes. */
        public Given stallAfter(long bytes) {
            doing().put("stallAfter", bytes);
            return give(form);
        }

        /**
         * Media host: cuts a transfer after so many bytes, an upload with its control connection.
         */
        public Given cutAfter(long bytes) {
            doing().put("cutAfter", bytes);
            return give(form);
        }

        /** Instagram: a container becomes ERROR, for the reason {@code subcode}. */
        public Given becomesError(int subcode) {
            doing().put("becomes", "ERROR").put("subcode", subcode);
            return give(form);
        }

        /** Instagram: a container has expired as soon as it is made. */
        public Given becomesExpired() {
            doing().put("becomes", "EXPIRED");
            return give(form);
        }

        private ObjectNode doing() {
            return form.putObject("do");
        }
    }
}
