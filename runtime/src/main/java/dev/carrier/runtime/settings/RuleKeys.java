package dev.carrier.runtime.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which keys of a rule make no sense where or for whom it holds. */
final class RuleKeys {
    /** What {@code in} must be. */
    static final String WHERE =
            "must be a place like discord:channel:112233445566778899 (thread, channel, category or"
                    + " guild) or instagram:post:17900000000000000 (comments, post, dm or account), or"
                    + " a role like discord:role:112233445566778899";

    private static final String OF_PLACES =
            "is of places, not of roles; the rule of a role may say answer, cooldown, prompt and"
                    + " model";
    private static final String OF_DMS =
            "is about DMs, which are in no server; write it under policy.default";

    private RuleKeys() {}

    /** A key that must not stand there, and why not. */
    record Senseless(String name, String why) {}

    /** The first of them in a rule. */
    static Optional<Senseless> senseless(String in, PolicySettings.Rule rule) {
        if (RulePlace.role(in)) {
            Map<String, Optional<?>> ofPlaces = new LinkedHashMap<>();
            ofPlaces.put("dms", rule.dms());
            ofPlaces.put("names", rule.names());
            ofPlaces.put("gather", rule.gather());
            ofPlaces.put("remember", rule.remember());
            ofPlaces.put("deadline", rule.deadline());
            ofPlaces.put("catchUp", rule.catchUp());
            ofPlaces.put("onFailure", rule.onFailure());
            ofPlaces.put("thread", rule.thread());
            ofPlaces.put("bots", rule.bots());
            return ofPlaces.entrySet().stream()
                    .filter(key -> key.getValue().isPresent())
                    .map(key -> new Senseless(key.getKey(), OF_PLACES))
                    .findFirst();
        }
        return rule.dms().filter(_ -> !RulePlace.dm(in)).map(_ -> new Senseless("dms", OF_DMS));
    }
}
