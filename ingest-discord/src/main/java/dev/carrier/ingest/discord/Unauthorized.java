package dev.carrier.ingest.discord;

/** What a 401 of Discord's REST API is about. Pure. */
final class Unauthorized {
    private Unauthorized() {}

    /**
     * Whether it is about the bot's token. Requests on interactions and webhooks carry <a
     * href="https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages">a
     * token of their own</a> in their path, which ends after 15 minutes.
     *
     * @param route the path without the API's base
     */
    static boolean isOfTheToken(String route) {
        return !route.startsWith("interactions/") && !route.startsWith("webhooks/");
    }
}
