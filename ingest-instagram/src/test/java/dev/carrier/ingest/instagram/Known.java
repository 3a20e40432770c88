package dev.carrier.ingest.instagram;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What an Instagram tells that never changes: a café's posts and those who write to it. */
final class Known implements Lookups {
    private static final Map<String, String> NAMES = Map.of("9001", "bob", "9002", "eve");

    @Override
    public PostInfo post(Self self, Remark comment) {
        return switch (comment.media().orElse("")) {
            case "700" -> PostInfo.own(self, Optional.of("18000000000000007"));
            case "800" -> PostInfo.foreign(comment.media(), Optional.of("carl"));
            default -> PostInfo.own(self, comment.media());
        };
    }

    @Override
    public Told<Remark> comment(Self self, String id) {
        return new Told.Known<>(told(id, "told when asked", "800"));
    }

    @Override
    public Told<Mention> mentionedComment(Self self, String comment) {
        return new Told.Known<>(
                new Mention(
                        told(comment, "you must see this, @ada.cafe", "801"),
                        PostInfo.foreign(Optional.of("801"), Optional.empty())));
    }

    @Override
    public Told<Mention> mentionedMedia(Self self, String media) {
        return new Told.Known<>(
                new Mention(
                        told(media, "with @ada.cafe", media),
                        PostInfo.foreign(Optional.of(media), Optional.of("bob"))));
    }

    @Override
    public Optional<String> name(Self self, String person) {
        return Optional.ofNullable(NAMES.get(person));
    }

    private static Remark told(String id, String text, String media) {
        return new Remark(
                id,
                Optional.empty(),
                Optional.of(text),
                Optional.empty(),
                Optional.of("bob"),
                Optional.empty(),
                Optional.of(Instant.parse("2025-08-21T12:00:00Z")),
                Optional.of(media));
    }
}
