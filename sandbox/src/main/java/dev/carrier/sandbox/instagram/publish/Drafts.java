package dev.carrier.sandbox.instagram.publish;

import dev.carrier.sandbox.instagram.world.Draft;
import dev.carrier.sandbox.instagram.world.Media;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a container becomes. Stateless. */
final class Drafts {
    private Drafts() {}

    /**
     * As a draft with its parts.
     *
     * @param copy where Instagram's own copy of a container's media is
     */
    static Draft of(
            Container container, Containers all, Function<Container, Optional<String>> copy) {
        var form = container.form();
        var children =
                form.children().stream()
                        .flatMap(id -> all.find(id).stream())
                        .map(child -> of(child, all, copy))
                        .toList();
        return new Draft(
                kind(form),
                product(form),
                form.caption(),
                copy.apply(container)
                        .or(() -> form.media().map(URI::toString))
                        .orElseGet(() -> first(children)),
                children,
                form.altText(),
                form.aiGenerated());
    }

    private static String first(List<Draft> children) {
        return children.isEmpty() ? "" : children.getFirst().url();
    }

    private static Media.Kind kind(ContainerForm form) {
        return switch (form.kind()) {
            case IMAGE, STORY_IMAGE -> Media.Kind.IMAGE;
            case VIDEO, REELS, STORY_VIDEO -> Media.Kind.VIDEO;
            case CAROUSEL -> Media.Kind.CAROUSEL_ALBUM;
        };
    }

    private static Media.Product product(ContainerForm form) {
        return switch (form.kind()) {
            case IMAGE, VIDEO, CAROUSEL -> Media.Product.FEED;
            case REELS -> Media.Product.REELS;
            case STORY_IMAGE, STORY_VIDEO -> Media.Product.STORY;
        };
    }
}
