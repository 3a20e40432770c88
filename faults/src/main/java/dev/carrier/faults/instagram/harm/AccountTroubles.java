package dev.carrier.faults.instagram.harm;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Remedy;
import dev.carrier.faults.crew.Job;
import dev.carrier.faults.crew.Until;
import dev.carrier.faults.harm.Harm;
import dev.carrier.faults.harm.Waits;
import dev.carrier.faults.instagram.Audience;
import dev.carrier.faults.instagram.Operator;
import dev.carrier.faults.instagram.Ordered;
import dev.carrier.faults.instagram.Studio;
import dev.carrier.faults.judge.Recorded;
import java.time.Duration;

/** What befalls an account as a whole: its token ends, it is throttled, its quota is used up. */
public final class AccountTroubles {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration TWO_MONTHS = Duration.ofDays(61);

    private final Studio studio;
    private final Audience audience;
    private final Operator operator;
    private final Harm harm;

    /** One trouble. */
    public enum Kind {
        TOKEN_EXPIRED,
        THROTTLED,
        QUOTA_REACHED
    }

    /** What is done is counted in {@code harm}. */
    public AccountTroubles(Studio studio, Audience audience, Operator operator, Harm harm) {
        this.studio = studio;
        this.audience = audience;
        this.operator = operator;
        this.harm = harm;
    }

    /** It happens to an account. Everybody must be answered before a token ends. */
    public String strike(Kind kind, AccountId account) {
        String words =
                switch (kind) {
                    case TOKEN_EXPIRED -> tokenExpired(account);
                    case THROTTLED -> throttled(account);
                    case QUOTA_REACHED -> quotaReached(account);
                };
        harm.did(words);
        return account + ": " + words;
    }

    /**
     * A post waits for a new token, and goes out with it. What people write meanwhile would be
     * refused for good, which is another story: nobody writes.
     */
    private String tokenExpired(AccountId account) {
        studio.instagram().agesTokens(studio.of(account).id(), TWO_MONTHS);
        Ordered order = operator.orders(account, 1);
        Until.holds(
                "a step is refused for the token",
                Waits.PATIENCE,
                LOOK,
                () ->
                        Recorded.read(studio.servers().kafka()).deliveries().stream()
                                .anyMatch(it -> wantsToken(it, order)));
        // As an operator does: a new one in the settings, and both workers are started again.
        studio.crew()
                .token(
                        Studio.variable(account),
                        studio.instagram().newToken(studio.of(account).id()));
        for (Job job : new Job[] {Job.INGEST_INSTAGRAM, Job.RESPONDER}) {
            studio.crew().of(job).kill();
            studio.crew().begin(job);
        }
        studio.crew().of(Job.INGEST_INSTAGRAM).awaitReady();
        studio.crew().of(Job.RESPONDER).awaitReady();
        return "token: expired, and a new one in the settings";
    }

    private static boolean wantsToken(Delivery delivery, Ordered order) {
        return delivery instanceof Delivery.StepFailed failed
                && failed.in().equals(order.in())
                && failed.remedy() == Remedy.REFRESH_TOKEN;
    }

    /** Meta shuts the account out for a while, and says in its headers for how long. */
    private String throttled(AccountId account) {
        String id = studio.of(account).id();
        studio.instagram().usage(id, 100, 40, 40, 30, Duration.ofSeconds(20));
        audience.comments(3);
        audience.writes(2);
        operator.orders(account, 1);
        Until.pause(Duration.ofSeconds(5));
        studio.instagram().usage(id, 20, 20, 20, 20, Duration.ZERO);
        return "throttled: 80002 and its headers";
    }

    /** Others have used up what may be published; it is found out when the post is to go out. */
    private String quotaReached(AccountId account) {
        studio.client()
                .orders()
                .at("instagram.graph")
                .method("POST")
                .path("/media_publish$")
                .graphError(9, 2_207_042);
        operator.orders(account, 2);
        return "quota: reached when a post is to go out, 9/2207042";
    }
}
