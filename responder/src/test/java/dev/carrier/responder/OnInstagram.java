package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Moderation;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.PostItem;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.TurnId;
import dev.carrier.embedded.TestServers;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.pace.SharedPace;
import dev.carrier.instagram.talk.RecentTalk;
import dev.carrier.instagram.talk.Wording;
import dev.carrier.responder.instagram.InstagramSpeaks;
import dev.carrier.responder.instagram.SentMedia;
import dev.carrier.responder.media.web.FolderHost;
import dev.carrier.responder.media.web.PublicUrls;
import dev.carrier.runtime.dispatch.Leash;
import dev.carrier.runtime.kafka.Records;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenComment;
import dev.carrier.sandbox.SeenDm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Ada on the sandbox's Instagram, with a post and a friend; her responder is handed responses. */
final class OnInstagram implements AutoCloseable {
    static final AccountId ADA = new AccountId("ada-ig");
    private static final AtomicInteger COUNT = new AtomicInteger();

    final InstagramClient instagram;
    final InstagramClient.NewAccount account;
    final String bo;
    final String post;
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final SandboxClient world = new SandboxClient(sandbox.base());
    private final Redis redis = new Redis(TestServers.shared().where().redis());
    private final HttpClient http = GraphClient.http();
    private final GraphClient graph;
    private final Path outbox;
    private final SentMedia media;
    private ResponderStage stage;
    private InstagramSpeaks speaks;

    OnInstagram() {
        instagram = world.instagram();
        int number = COUNT.incrementAndGet();
        account = instagram.account("ada" + number);
        bo = instagram.person("bo" + number);
        post = instagram.post(account.id(), "the sea today");
        // Calls half a second apart may arrive closer together; one too many costs a minute.
        instagram.set("conversationsPerSecond", 5);
        // Each scene has limits of its own.
        var pace = new SharedPace(redis, "ada-" + System.nanoTime(), InstantSource.system());
        graph = new GraphClient(sandbox.instagramApi(), "v26.0", account::token, pace, http);
        outbox = outbox();
        var there = world.media().host();
        var shown = new PublicUrls(there.url(), Duration.ofSeconds(30));
        media = new SentMedia(outbox, Optional.of(new FolderHost(there.folder(), shown)));
        begin();
    }

    private static Path outbox() {
        try {
            return Files.createTempDirectory("outbox");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that somebody has ordered to be sent. */
    PostItem inOutbox(String name, byte[] content) throws IOException {
        String file = Ids.sha256(content) + name.substring(name.lastIndexOf('.'));
        Files.write(outbox.resolve(file), content);
        return new PostItem(file, name, Optional.empty());
    }

    /** What lies on the media host. */
    Set<String> onHost() {
        return world.media().files().keySet();
    }

    /** It dies, and another begins that knows what Redis and Instagram know, and nothing else. */
    void restarts() {
        stage.close();
        begin();
    }

    private void begin() {
        var ledger = ledger();
        speaks = new InstagramSpeaks(graph, ledger, talk(), media, InstantSource.system());
        stage =
                new ResponderStage(
                        Topics.RESPONSES_INSTAGRAM,
                        name -> name.equals(ADA) ? Optional.of(speaks) : Optional.empty(),
                        Optional.empty(),
                        ledger,
                        new SendMeters(new SimpleMeterRegistry(), "instagram"),
                        InstantSource.system());
    }

    GraphClient graph() {
        return graph;
    }

    InstagramSpeaks speaks() {
        return speaks;
    }

    /** Instagram has got such a call, and does not answer yet if it is held. */
    void awaitsCall(String method, String path) {
        world.signals()
                .await(
                        0,
                        Duration.ofSeconds(60),
                        seen ->
                                seen.point().equals("received")
                                        && seen.method().equals(method)
                                        && seen.path().endsWith(path));
    }

    /** A webhook tells of a message that has just come to Bo's inbox. */
    void toldOf(String message, Optional<String> text) {
        toldOf(message, text, Instant.now());
    }

    /**
     * A webhook tells of a message in Bo's inbox.
     *
     * @param text of what Ada said; empty for what Bo wrote
     * @param at when it came there
     */
    void toldOf(String message, Optional<String> text, Instant at) {
        talk().told(
                        List.of(
                                new RecentTalk.Line(
                                        ADA,
                                        bo,
                                        EventId.said("instagram", message),
                                        at,
                                        text.map(Wording::fingerprint))));
    }

    private RecentTalk talk() {
        return new RecentTalk(redis.client(), InstantSource.system());
    }

    RedisLedger ledger() {
        return new RedisLedger(redis.client());
    }

    /** What the ledger knew of a response is lost. */
    void forgets(ResponseId response) {
        redis.client().del("c:1:sent:{" + response + "}");
    }

    @Override
    public void close() {
        world.orders().endAll();
        stage.close();
        http.shutdownNow();
        redis.close();
        sandbox.close();
    }

    /** What goes wrong with calls that write. */
    OrdersClient.Draft writes(String path) {
        return world.orders().at("instagram.graph").method("POST").path(path);
    }

    /** What goes wrong with calls that read. */
    OrdersClient.Draft reads(String path) {
        return world.orders().at("instagram.graph").method("GET").path(path);
    }

    OrdersClient.Draft deletes() {
        return world.orders().at("instagram.graph").method("DELETE");
    }

    /** How many calls Instagram has got whose path ends so. */
    long calls(String method, String path) {
        return world.signals().after(0, Duration.ZERO).stream()
                .filter(seen -> seen.point().equals("received"))
                .filter(seen -> seen.method().equals(method) && seen.path().endsWith(path))
                .count();
    }

    /** What Ada has commented. */
    List<SeenComment> commented() {
        return instagram.comments(post).stream()
                .filter(comment -> comment.by().equals(account.id()) && !comment.deleted())
                .toList();
    }

    SeenComment comment(String id) {
        return instagram.comments(post).stream()
                .filter(comment -> comment.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What Ada has written to Bo. */
    List<SeenDm> written() {
        return instagram.thread(account.id(), bo).stream()
                .filter(message -> message.by().equals(account.id()))
                .toList();
    }

    Place comments(String root) {
        return new Place(
                Place.instagramComments(root),
                "instagram",
                PlaceKind.COMMENTS,
                root,
                Optional.of(post),
                Optional.empty(),
                Optional.of(account.id()),
                Optional.of(account.username()),
                Optional.empty(),
                Optional.empty());
    }

    Place dm(String person) {
        return new Place(
                Place.instagramDm(account.id(), person),
                "instagram",
                PlaceKind.DM,
                person,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new PersonId("instagram:user:" + person)));
    }

    /** A turn of Ada's in a place, in answer to a comment or message. */
    Turn turn(Place in, String trigger) {
        return new Turn(in, trigger, Instant.now());
    }

    /** What one turn says and does. */
    final class Turn {
        private final TurnId id = new TurnId("ig-" + account.id() + "-" + COUNT.incrementAndGet());
        private final Place in;
        private final EventId trigger;
        private final Instant decidedAt;

        Turn(Place in, String trigger, Instant decidedAt) {
            this.in = in;
            this.trigger = EventId.said("instagram", trigger);
            this.decidedAt = decidedAt;
        }

        Response.Say say(String text) {
            return say(text, 1, 1, Optional.empty());
        }

        Response.Say part(int part, int parts, String text) {
            return say(text, part, parts, Optional.empty());
        }

        Response.Say privately(String text) {
            return say(text, 1, 1, Optional.of(true));
        }

        Response.Say file(PostItem item) {
            return say("", 1, 1, Optional.empty(), Optional.of(item));
        }

        private Response.Say say(String text, int part, int parts, Optional<Boolean> privately) {
            return say(text, part, parts, privately, Optional.empty());
        }

        private Response.Say say(
                String text,
                int part,
                int parts,
                Optional<Boolean> privately,
                Optional<PostItem> item) {
            return new Response.Say(
                    response("part" + part + privately),
                    id,
                    in,
                    ADA,
                    part,
                    parts,
                    text,
                    part == 1 ? Optional.of(trigger) : Optional.empty(),
                    trigger,
                    decidedAt,
                    notAfter(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    privately,
                    item);
        }

        Response.React react(String emoji) {
            return new Response.React(
                    response("react"), id, in, ADA, trigger, emoji, decidedAt, notAfter());
        }

        Response.Moderate moderate(Moderation what) {
            return new Response.Moderate(
                    response(what.name()), id, in, ADA, trigger, what, decidedAt, notAfter());
        }

        Response.Typing typing() {
            return new Response.Typing(
                    response("typing"), id, in, ADA, true, decidedAt, notAfter());
        }

        private ResponseId response(String what) {
            return new ResponseId(Ids.derive("r", id.value(), what));
        }

        private Instant notAfter() {
            return Instant.now().plusSeconds(40);
        }
    }

    /** Handed to the responder: what came back. */
    Delivery delivered(Response response, Place in) throws Exception {
        return Json.read(Topics.DELIVERIES, handed(response, in, Ours.FOR_LONG).value());
    }

    /** Handed to the responder, which has no time for it: what it puts back to its own topic. */
    Response putBack(Response.Say say) throws Exception {
        ProducerRecord<byte[], byte[]> out = handed(say, say.in(), new Ours(Duration.ZERO));
        assertThat(out.topic()).isEqualTo(Topics.RESPONSES_INSTAGRAM.name());
        return Json.read(Topics.RESPONSES_INSTAGRAM, out.value());
    }

    private ProducerRecord<byte[], byte[]> handed(Response response, Place in, Leash leash)
            throws Exception {
        ConsumerRecord<byte[], byte[]> record = record(response, in);
        stage.receive(record, leash);
        List<ProducerRecord<byte[], byte[]>> out = stage.handle(record, leash);
        assertThat(out).hasSize(1);
        return out.getFirst();
    }

    Delivery delivered(Response.Say say) throws Exception {
        return delivered(say, say.in());
    }

    void received(Response.Typing typing) {
        stage.receive(record(typing, typing.in()), Ours.FOR_LONG);
    }

    private static ConsumerRecord<byte[], byte[]> record(Response response, Place in) {
        ProducerRecord<byte[], byte[]> record =
                Records.of(
                        Topics.RESPONSES_INSTAGRAM,
                        in.conversation(),
                        response,
                        Map.of(Headers.ABOUT, "r-1", Headers.ACCOUNT, ADA.value()));
        return new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value());
    }
}
