package dev.carrier.sandbox.orders;

/**
 * One request, or one gateway message, as orders and signals see it.
 *
 * @param where the part of the sandbox
 * @param method the HTTP method; at the gateway IDENTIFY, RESUME, HEARTBEAT or the name of the
 *     event
 * @param path the request's path without its query; at the gateway {@code /gateway/INTENTS}, so
 *     that an order can pick one of two sessions of a bot
 * @param account the bot's name, or whatever tells accounts apart at the model; empty if not known
 * @param body the request's or the event's JSON; empty if there is none
 */
public record Exchange(Where where, String method, String path, String account, String body) {
    private static final int EXCERPT = 240;

    /** The same with the beginning of its body only. */
    Exchange shortened() {
        return new Exchange(where, method, path, account, excerpt());
    }

    /** The beginning of the body, short enough for a signal. */
    public String excerpt() {
        return body.length() <= EXCERPT ? body : body.substring(0, EXCERPT);
    }
}
