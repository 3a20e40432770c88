package dev.carrier.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carrier.contracts.AccountId;
import dev.carrier.embedded.TestServers;
import dev.carrier.instagram.account.GraphAccounts;
import dev.carrier.instagram.error.GraphError;
import dev.carrier.instagram.error.GraphProblem;
import dev.carrier.instagram.error.Trouble;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.Secret;
import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The client on the sandbox's Instagram, which refuses what Instagram refuses. */
class OnTheSandboxIT {
    @AutoClose private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    @AutoClose private final Redis redis = new Redis(TestServers.shared().where().redis());
    private final SandboxClient world = new SandboxClient(sandbox.base());
    private final InstagramClient instagram = world.instagram();
    private final InstagramClient.NewAccount ada = instagram.account("ada");
    private final String bo = instagram.person("bo");
    private final AccountId id = new AccountId("ada-" + System.nanoTime());
    private final MovableClock clock = new MovableClock();
    @AutoClose private final GraphAccounts accounts = accounts(ada.token());
    private final GraphClient graph = accounts.clients().get(id);

    @Test
    void anAccountKnowsItselfAndSubscribes() {
        Me me = graph.me();

        assertThat(me.id()).isEqualTo(ada.id());
        assertThat(me.username()).isEqualTo("ada");
        graph.subscribe(me.id(), List.of("comments", "messages"));
    }

    @Test
    void postsAndWhatStandsBelowThemAreRead() {
        String post = instagram.post(ada.id(), "the sea");
        String root = instagram.comment(bo, post, "lovely");
        String reply = graph.comments().reply(root, "thank you");

        Media first = graph.comments().posts(ada.id(), 20, Optional.empty()).items().getFirst();
        Comment top = graph.comments().below(post, 50, Optional.empty()).items().getFirst();
        Comment below = graph.comments().replies(root, Optional.empty()).items().getFirst();

        assertThat(first.id()).isEqualTo(post);
        assertThat(first.comments()).isEqualTo(2);
        assertThat(top.id()).isEqualTo(root);
        assertThat(top.at()).isPresent();
        assertThat(top.from().orElseThrow().id()).isEqualTo(bo);
        assertThat(top.replies()).extracting(Comment::id).containsExactly(reply);
        assertThat(below.text()).isEqualTo("thank you");
        assertThat(below.from().orElseThrow().username()).contains("ada");
        assertThat(graph.comments().one(reply).parent()).contains(root);
    }

    @Test
    void manyCommentsComeInPages() {
        String post = instagram.post(ada.id(), "the sea");
        for (int i = 0; i < 7; i++) {
            instagram.comment(bo, post, "comment " + i);
        }

        Page<Comment> one = graph.comments().below(post, 5, Optional.empty());
        Page<Comment> two = graph.comments().below(post, 5, one.next());

        assertThat(one.items()).hasSize(5);
        assertThat(two.items()).hasSize(2);
        assertThat(two.next()).isEmpty();
        assertThat(one.items().getFirst().text()).isEqualTo("comment 6");
    }

    @Test
    void conversationsAreReadAsFastAsInstagramAllowsAndNotFaster() {
        // One more than Instagram allows: calls half a second apart may arrive closer together.
        instagram.set("conversationsPerSecond", 3);
        instagram.dm(bo, ada.id(), "hi");
        SentMessage sent = graph.messages().text(bo, "hello");

        for (int i = 0; i < 3; i++) {
            Conversation with = graph.messages().conversation(bo).orElseThrow();
            assertThat(graph.messages().newest(with.id()))
                    .extracting(DirectMessage::text)
                    .containsExactly("hello", "hi");
        }
        assertThat(graph.messages().one(sent.message()).from().orElseThrow().id())
                .isEqualTo(ada.id());
    }

    @Test
    void anAccountThatHasCalledMuchStepsBack() {
        instagram.usage(ada.id(), 92, 10, 10, 5, Duration.ZERO);
        graph.me();

        GraphError error = refusal(() -> graph.inBackground().me());

        assertThat(error.trouble()).isEqualTo(Trouble.RATE);
        assertThat(error.sentence()).contains("92 %");
        assertThat(graph.me().id()).isEqualTo(ada.id());
    }

    @Test
    void anAccountThatIsShutOutCallsNoMoreUntilItIsOver() {
        instagram.usage(ada.id(), 100, 100, 100, 5, Duration.ofMinutes(7));
        GraphError first = refusal(graph::me);
        long calls = calls();

        GraphError second = refusal(graph::me);

        assertThat(first.code()).isEqualTo(80_002);
        // The refused call itself has made it a minute longer.
        assertThat(second.lasts().orElseThrow())
                .isBetween(Duration.ofMinutes(7), Duration.ofMinutes(8));
        assertThat(calls()).isEqualTo(calls);
    }

    @Test
    void aTokenIsRefreshedAfterADay() {
        accounts.token(id).check();
        clock.advance(Duration.ofHours(25));
        instagram.advance(Duration.ofHours(25));

        accounts.token(id).check();

        assertThat(accounts.token(id).token()).isNotEqualTo(ada.token());
        assertThat(accounts.token(id).expires().orElseThrow())
                .isAfter(clock.instant().plus(Duration.ofDays(59)));
        assertThat(graph.me().id()).isEqualTo(ada.id());
        assertThat(accounts.trouble()).isEmpty();
    }

    @Test
    void anExpiredTokenIsForAPersonToReplace() {
        instagram.advance(Duration.ofDays(61));

        assertThat(refusal(graph::me).trouble()).isEqualTo(Trouble.TOKEN);
        assertThat(accounts.trouble().orElseThrow())
                .contains("expired", "INSTAGRAM_TOKEN_ADA")
                .doesNotContain(ada.token());

        try (GraphAccounts replaced = accounts(instagram.newToken(ada.id()))) {
            assertThat(replaced.clients().get(id).me().id()).isEqualTo(ada.id());
            assertThat(replaced.trouble()).isEmpty();
        }
    }

    @Test
    void whatMayBePublishedIsAsked() {
        assertThat(graph.publishing().limit(ada.id()).total()).isPositive();
    }

    /** What Instagram was asked so far. */
    private long calls() {
        return world.signals().after(0, Duration.ZERO).stream()
                .filter(seen -> seen.point().equals("received"))
                .count();
    }

    private GraphAccounts accounts(String token) {
        var secret = new Secret(Optional.of(token), "accounts.ada.token", "INSTAGRAM_TOKEN_ADA");
        return new GraphAccounts(
                sandbox.instagramApi(),
                "v26.0",
                Map.of(id, secret),
                Secret.of("a key"),
                redis,
                clock);
    }

    private static GraphError refusal(Runnable call) {
        return catchThrowableOfType(GraphProblem.class, call::run).error();
    }
}
