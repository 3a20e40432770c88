package dev.carrier.sandbox.instagram.world;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The app as its dashboard shows it.
 *
 * @param id its id
 * @param secret what signs its deliveries
 * @param callback where they go, once that has answered the verification
 * @param fields what it wants to hear of; an account that is subscribed gets all of them
 * @param live whether it is in live mode; otherwise it hears of no comments
 * @param advanced whether it has Advanced Access; otherwise it hears of no comments
 * @param form in which form comments are delivered
 * @param mentionsField whether a mention is a {@code mentions} update, as with Facebook Login, and
 *     no {@code comments} update
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/webhooks">Webhooks</a>
 */
public record App(
        String id,
        String secret,
        Optional<URI> callback,
        Set<String> fields,
        boolean live,
        boolean advanced,
        Form form,
        boolean mentionsField) {
    /** All fields of Instagram's webhooks. */
    public static final List<String> FIELDS =
            List.of(
                    "comments",
                    "live_comments",
                    "mentions",
                    "messages",
                    "message_reactions",
                    "message_echoes",
                    "message_edit",
                    "messaging_postbacks",
                    "messaging_seen",
                    "messaging_referral",
                    "messaging_optins",
                    "messaging_handover",
                    "standby",
                    "story_insights");

    /** The form of an entry about a comment. */
    public enum Form {
        /** {@code changes: [{field, value}]}, as real deliveries have it. */
        CHANGES,
        /** {@code field} and {@code value} directly, as Meta's samples have it. */
        DIRECT,
        /** One after the other. */
        ALTERNATING,
        /** Like DIRECT, and everything in an array. */
        WRAPPED
    }

    /** The same with another secret. */
    public App secret(String value) {
        return new App(id, value, callback, fields, live, advanced, form, mentionsField);
    }

    /** The same with another address for its deliveries. */
    public App callback(URI value) {
        return new App(id, secret, Optional.of(value), fields, live, advanced, form, mentionsField);
    }

    /** The same with other fields. */
    public App fields(Set<String> value) {
        return new App(
                id, secret, callback, Set.copyOf(value), live, advanced, form, mentionsField);
    }

    /** The same in live mode or not, and with Advanced Access or not. */
    public App access(boolean isLive, boolean isAdvanced) {
        return new App(id, secret, callback, fields, isLive, isAdvanced, form, mentionsField);
    }

    /** The same with another form of deliveries. */
    public App form(Form value, boolean asMentions) {
        return new App(id, secret, callback, fields, live, advanced, value, asMentions);
    }
}
