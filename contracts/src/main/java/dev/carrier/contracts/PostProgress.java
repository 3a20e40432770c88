package dev.carrier.contracts;

import java.util.List;
import java.util.Optional;

/**
 * How far a post is: what its steps have given so far.
 *
 * @param media its files, in order; empty until they are prepared
 * @param container the post's own container
 * @param published the platform's id of it; absent until it is published
 * @param permalink its address; absent until it is known
 */
public record PostProgress(
        List<PostMedia> media,
        Optional<String> container,
        Optional<String> published,
        Optional<String> permalink) {
    /** Before the first step. */
    public static final PostProgress NONE =
            new PostProgress(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public PostProgress {
        media = List.copyOf(media);
    }

    /** The same with other files. */
    public PostProgress media(List<PostMedia> files) {
        return new PostProgress(files, container, published, permalink);
    }

    /** The same with the post's own container, or without one. */
    public PostProgress container(Optional<String> made) {
        return new PostProgress(media, made, published, permalink);
    }

    /** The same, published under this id. */
    public PostProgress published(String id) {
        return new PostProgress(media, container, Optional.of(id), permalink);
    }

    /** The same with its address. */
    public PostProgress permalink(String address) {
        return new PostProgress(media, container, published, Optional.of(address));
    }

    /** The same without any container: they are to be made anew. */
    public PostProgress withoutContainers() {
        return new PostProgress(
                media.stream().map(one -> one.in(Optional.empty())).toList(),
                Optional.empty(),
                published,
                permalink);
    }
}
