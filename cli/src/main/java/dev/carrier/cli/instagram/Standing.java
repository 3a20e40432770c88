package dev.carrier.cli.instagram;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.PostKind;
import dev.carrier.instagram.PublishingLimit;
import dev.carrier.instagram.error.GraphProblem;
import dev.carrier.instagram.pace.Usage;
import dev.carrier.instagram.token.AccountToken;
import dev.carrier.runtime.settings.HttpSettings;
import dev.carrier.runtime.settings.PlatformSettings;
import dev.carrier.runtime.settings.Secret;
import dev.carrier.runtime.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints how accounts stand: who they are, their tokens, their limits, what waits. Blocks. */
final class Standing {
    /** https://developers.facebook.com/docs/instagram-platform/content-publishing */
    private static final int CONTAINERS_A_DAY = 400;

    private static final int CONNECT_MILLIS = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Session session;
    private final Lines lines;
    private final Instant now;

    Standing(Session session, Lines lines, Instant now) {
        this.session = session;
        this.lines = lines;
        this.now = now;
    }

    /** All of it. */
    void status(Reached account) {
        try {
            who(account);
            token(account);
            subscribed(account);
            queue(account);
        } catch (GraphProblem problem) {
            lines.say(
                    account.id() + "  " + problem.getMessage(),
                    Lines.fields()
                            .put("account", account.id().value())
                            .put("trouble", problem.getMessage()));
        }
    }

    private void who(Reached account) {
        lines.say(
                "%s is @%s (%s)"
                        .formatted(account.id(), account.me().username(), account.me().id()),
                Lines.fields()
                        .put("account", account.id().value())
                        .put("username", account.me().username())
                        .put("id", account.me().id()));
    }

    private void subscribed(Reached account) {
        List<String> fields = account.graph().details().subscribed(account.me().id());
        String what =
                fields.isEmpty()
                        ? "nothing: ./carrier up subscribes it"
                        : String.join(", ", fields);
        lines.say("  delivers " + what, Lines.fields().put("subscribed", String.join(",", fields)));
    }

    /** What is known of its token; true when it lives. */
    boolean token(Reached account) {
        AccountToken token = account.token();
        String age =
                "since %s (%s)"
                        .formatted(day(token.since()), span(Duration.between(token.since(), now)));
        String life =
                token.expires()
                        .map(end ->
                                "expires %s (in %s)"
                                        .formatted(day(end), span(Duration.between(now, end))))
                        .orElse("when it expires is known once it was refreshed");
        var fields =
                Lines.fields()
                        .put("account", account.id().value())
                        .put("tokenSince", token.since().toString());
        token.expires().ifPresent(end -> fields.put("tokenExpires", end.toString()));
        token.trouble().or(token::warning).ifPresent(why -> fields.put("tokenTrouble", why));
        lines.say("  token    " + age + ", " + life, fields);
        token.trouble().or(token::warning).ifPresent(why -> lines.note("  !!       " + why));
        return token.trouble().isEmpty();
    }

    private void queue(Reached account) {
        List<PostQueue.Open> open =
                session.recorded()
                        .map(kafka -> new Recorded(kafka).queue(account.id(), account.me().id()))
                        .orElse(List.of());
        if (open.isEmpty()) {
            lines.say("  queue    nothing waits to be published", Lines.fields().put("queue", 0));
        }
        for (int place = 0; place < open.size(); place++) {
            waiting(place, open.get(place));
        }
    }

    private void waiting(int place, PostQueue.Open one) {
        String what =
                one.post().kind().name().toLowerCase(Locale.ROOT)
                        + (one.post().kind() == PostKind.CAROUSEL
                                ? " of " + one.post().items().size()
                                : "")
                        + " "
                        + one.post().items().getFirst().name();
        String how =
                one.reached().map(step -> Steps.name(step) + " done").orElse("not begun")
                        + one.waiting()
                                .filter(wait -> wait.until().isAfter(now))
                                .map(wait ->
                                        ", waits until " + minute(wait.until()) + ": " + wait.why())
                                .orElse(place > 0 ? ", waits for the one before it" : "");
        var fields =
                Lines.fields()
                        .put("queue", place + 1)
                        .put("order", one.order().value())
                        .put("kind", one.post().kind().name())
                        .put("orderedAt", one.orderedAt().toString());
        one.reached().ifPresent(step -> fields.put("reached", step.name()));
        one.waiting()
                .ifPresent(wait ->
                        fields.put("until", wait.until().toString()).put("why", wait.why()));
        lines.say(
                "  queue    %d. %s, ordered %s: %s"
                        .formatted(place + 1, what, minute(one.orderedAt()), how),
                fields);
    }

    /** Where Meta calls, and where files are put: the same for all accounts. */
    void surroundings() {
        Settings settings = session.settings();
        PlatformSettings.Instagram instagram = settings.platforms().instagram();
        HttpSettings http = settings.http();
        boolean signed = instagram.appSecrets().stream().anyMatch(Secret::isSet);
        String where = http.bind() + ":" + http.webhook() + instagram.webhook().path();
        String webhook =
                signed
                        ? where
                                + (listens(http) ? ", listens" : ", nobody listens there now")
                                + (instagram.verifyToken().isSet()
                                        ? ""
                                        : ", INSTAGRAM_VERIFY_TOKEN is not set")
                        : "off: INSTAGRAM_APP_SECRET is not set";
        Duration every = instagram.poll().every();
        lines.say(
                "webhook    " + webhook + (every.isZero() ? "" : "; polling every " + span(every)),
                Lines.fields().put("webhook", webhook).put("pollSeconds", every.toSeconds()));
        String media =
                settings.media()
                        .url()
                        .map(url ->
                                settings.media().host().name().toLowerCase(Locale.ROOT)
                                        + ", fetched at "
                                        + url)
                        .orElse("none: media.url is not set, so nothing can be posted");
        lines.say("media host " + media, Lines.fields().put("mediaHost", media));
    }

    /** How much may still be done. */
    void limits(Reached account) {
        String id = account.me().id();
        PublishingLimit limit = account.graph().publishing().limit(id);
        List<Delivery> done =
                session.recorded()
                        .map(kafka -> new Recorded(kafka).deliveries(id))
                        .orElse(List.of());
        long containers = PostQueue.containers(done, now.minus(Duration.ofDays(1)));
        Usage usage = account.pace().last();
        var fields =
                Lines.fields()
                        .put("account", account.id().value())
                        .put("posts", limit.used())
                        .put("postsTotal", limit.total())
                        .put("spanSeconds", limit.span().toSeconds())
                        .put("containers", containers)
                        .put("containersTotal", CONTAINERS_A_DAY);
        usage.percent().ifPresent(percent -> fields.put("usagePercent", percent));
        lines.say(
                "%s: %d of %d posts published within %s"
                        .formatted(account.id(), limit.used(), limit.total(), span(limit.span())),
                fields);
        lines.note(
                "  containers  %d of %d made by Carrier within 24 h"
                        .formatted(containers, CONTAINERS_A_DAY));
        lines.note(
                "  calls       "
                        + usage.percent()
                                .map(percent -> percent + " % of what the account may call is used")
                                .orElse("Instagram told no usage"));
        Optional.of(usage.regain())
                .filter(Duration::isPositive)
                .ifPresent(wait -> lines.note("  shut out for " + span(wait) + " more"));
    }

    /** Whether somebody listens on the webhook's port, by trying. */
    private static boolean listens(HttpSettings http) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(http.bind(), http.webhook()), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private String day(Instant at) {
        return DAY.format(at.atZone(zone()));
    }

    private String minute(Instant at) {
        return MINUTE.format(at.atZone(zone()));
    }

    private ZoneId zone() {
        return session.settings().timezone();
    }

    /** {@code 22 days}, {@code 24 h}, {@code 2 m}, {@code 30 s}. */
    static String span(Duration length) {
        if (length.compareTo(Duration.ofDays(2)) >= 0) {
            return length.toDays() + " days";
        }
        if (length.toHours() >= 1) {
            return length.toHours() + " h";
        }
        return length.toMinutes() >= 1 ? length.toMinutes() + " m" : length.toSeconds() + " s";
    }
}
