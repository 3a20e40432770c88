package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.Mentioned;
import dev.carrier.instagram.OfPost;
import dev.carrier.instagram.error.GraphProblem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks Instagram what deliveries leave out. Thread-safe. */
final class Asking implements Lookups {
    /** A delivery is answered within 5 s, and Kafka needs its share of that. */
    private static final Duration PATIENCE = Duration.ofMillis(1200);

    private static final int MOST = 20_000;

    private final Map<AccountId, GraphClient> graphs;
    private final Memo<PostInfo> posts;
    private final Memo<Remark> remarks;
    private final Memo<Mention> mentions;
    private final Memo<String> names;

    Asking(List<InstagramAccount> accounts, InstantSource clock) {
        this.graphs =
                accounts.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        InstagramAccount::id, InstagramAccount::graph));
        this.posts = new Memo<>(MOST, PATIENCE, clock);
        this.remarks = new Memo<>(1_000, PATIENCE, clock);
        this.mentions = new Memo<>(1_000, PATIENCE, clock);
        this.names = new Memo<>(MOST, PATIENCE, clock);
    }

    /** These are posts of the account's own. */
    void own(Self self, Collection<String> media) {
        media.forEach(id -> posts.is(key(self, id), PostInfo.own(self, Optional.of(id))));
    }

    /** Somebody's name was told by the way. */
    void named(Self self, String person, String username) {
        names.is(key(self, person), username);
    }

    @Override
    public PostInfo post(Self self, Remark remark) {
        Optional<String> media = remark.media();
        if (media.isEmpty()) {
            return guess(self, remark);
        }
        return posts.of(
                        key(self, media.get()),
                        () -> told(self, graph -> post(self, graph.details().postOf(remark.id()))))
                .known()
                .orElseGet(() -> guess(self, remark));
    }

    @Override
    public Told<Remark> comment(Self self, String id) {
        return remarks.of(
                key(self, id), () -> told(self, graph -> Remark.of(graph.comments().one(id))));
    }

    @Override
    public Told<Mention> mentionedComment(Self self, String comment) {
        return mentions.of(
                key(self, comment),
                () ->
                        told(
                                self,
                                graph -> {
                                    Mentioned it =
                                            graph.details().mentionedComment(self.id(), comment);
                                    return new Mention(
                                            Remark.of(it.comment()), post(self, it.under()));
                                }));
    }

    @Override
    public Told<Mention> mentionedMedia(Self self, String media) {
        return mentions.of(
                key(self, media),
                () ->
                        told(
                                self,
                                graph -> {
                                    OfPost it = graph.details().mentionedMedia(self.id(), media);
                                    return new Mention(Remark.ofCaption(it), post(self, it));
                                }));
    }

    @Override
    public Optional<String> name(Self self, String person) {
        return names.of(
                        key(self, person),
                        () ->
                                this.<Optional<String>>told(
                                                self,
                                                graph -> graph.details().person(person).username())
                                        .known()
                                        .flatMap(name -> name)
                                        .<Told<String>>map(Told.Known::new)
                                        .orElseGet(Told.Gone::new))
                .known();
    }

    private static PostInfo post(Self self, OfPost post) {
        boolean own = post.owner().filter(self::is).isPresent() || self.isNamed(post.username());
        return own
                ? PostInfo.own(self, Optional.of(post.id()))
                : PostInfo.foreign(Optional.of(post.id()), post.username());
    }

    /** Of strangers' posts only those comments are delivered that mention the account. */
    private static PostInfo guess(Self self, Remark remark) {
        return Mentions.in(remark.text().orElse(""), self.username())
                ? PostInfo.foreign(remark.media(), Optional.empty())
                : PostInfo.own(self, remark.media());
    }

    private <T> Told<T> told(Self self, Function<GraphClient, T> question) {
        return told(() ->
                question.apply(Optional.ofNullable(graphs.get(self.account())).orElseThrow()));
    }

    private static <T> Told<T> told(Supplier<T> question) {
        try {
            return new Told.Known<>(question.get());
        } catch (GraphProblem problem) {
            return switch (problem.error().trouble()) {
                case HICCUP, RATE, NOT_READY, QUOTA -> new Told.NotNow<>();
                // Bringing it again would not help: it would keep the other accounts waiting.
                case SPOILT, NOT_FETCHED, BLOCKED, TOKEN, NOT_ALLOWED, WINDOW_CLOSED, GONE, WRONG ->
                        new Told.Gone<>();
            };
        }
    }

    private static String key(Self self, String id) {
        return self.account() + " " + id;
    }
}
