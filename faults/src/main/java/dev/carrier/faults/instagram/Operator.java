package dev.carrier.faults.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Post;
import dev.carrier.contracts.PostItem;
import dev.carrier.contracts.PostKind;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.kafka.Records;
import dev.carrier.sandbox.SeenPost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;

/** Orders posts, as {@code ./carrier instagram post} does: files in the outbox, an event. */
public final class Operator implements AutoCloseable {
    private final Studio studio;
    private final Random random;
    private final Producer<byte[], byte[]> producer;
    private final List<Ordered> ordered = new ArrayList<>();

    /**
     * Has ordered nothing yet.
     *
     * @param seed decides what the pictures show
     */
    public Operator(Studio studio, long seed) {
        this.studio = studio;
        this.random = new Random(seed);
        this.producer = studio.servers().kafka().producer("operator");
    }

    /** Everything that was ordered. */
    public List<Ordered> ordered() {
        return List.copyOf(ordered);
    }

    /** How many of its posts are not out yet. */
    public int open(AccountId account) {
        List<SeenPost> feed = studio.instagram().feed(studio.of(account).id());
        return (int)
                ordered.stream()
                        .filter(one -> one.account().equals(account))
                        .filter(one ->
                                feed.stream().noneMatch(it -> it.caption().contains(one.mark())))
                        .count();
    }

    /** A post of so many pictures; of several it is a carousel. Every third file is a PNG. */
    public Ordered orders(AccountId account, int pictures) {
        String mark = "post-%03d".formatted(ordered.size() + 1);
        List<Picture> shown = new ArrayList<>();
        List<PostItem> items = new ArrayList<>();
        for (int at = 0; at < pictures; at++) {
            var picture = Picture.any(random);
            shown.add(picture);
            items.add(inOutbox(picture, (ordered.size() + at) % 3 == 2 ? "png" : "jpg"));
        }
        Place in = place(account);
        var event = EventId.of("instagram", mark, "ordered", "0");
        var post =
                new Post(
                        pictures == 1 ? PostKind.IMAGE : PostKind.CAROUSEL,
                        items,
                        Optional.of("Look at " + mark),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.empty());
        var hearing = new Hearing(account, false, new TreeSet<>(), true, false, false);
        send(new Event.PostOrdered(event, Instant.now(), in, post, List.of(hearing)), in);
        ordered.add(new Ordered(mark, event, account, in.conversation(), shown));
        return ordered.getLast();
    }

    private void send(Event.PostOrdered order, Place in) {
        try {
            producer.send(Records.of(Topics.EVENTS, in.conversation(), order)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private PostItem inOutbox(Picture picture, String form) {
        byte[] bytes = picture.bytes(form);
        String name = Ids.sha256(bytes) + "." + form;
        try {
            Files.createDirectories(studio.outbox());
            Files.write(studio.outbox().resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PostItem(name, "picture." + form, Optional.of("four colours"));
    }

    private Place place(AccountId account) {
        String owner = studio.of(account).id();
        return new Place(
                Place.instagramPublishing(owner),
                "instagram",
                PlaceKind.PUBLISHING,
                owner,
                Optional.empty(),
                Optional.empty(),
                Optional.of(owner),
                Optional.of(studio.of(account).username()),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void close() {
        producer.close();
    }
}
