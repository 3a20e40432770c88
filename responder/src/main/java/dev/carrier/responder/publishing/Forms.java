package dev.carrier.responder.publishing;

import dev.carrier.contracts.Post;
import dev.carrier.contracts.PostItem;
import dev.carrier.contracts.PostMedia;
import dev.carrier.contracts.Response;
import dev.carrier.instagram.ContainerForm;
import java.util.List;
import java.util.Optional;

/** What Instagram is told to make a container of. Pure. */
final class Forms {
    private Forms() {}

    static ContainerForm of(Response.Publish step) {
        Post post = step.post();
        if (step.item().isPresent()) {
            return child(post, media(step, step.item().get()));
        }
        return switch (post.kind()) {
            case IMAGE -> {
                ContainerForm image = ContainerForm.image(url(media(step, 0)));
                yield whole(post, described(image, post.items().getFirst()));
            }
            case CAROUSEL -> whole(post, ContainerForm.carousel(children(step)));
            case REEL -> whole(post, reel(step));
            case STORY -> {
                PostMedia media = media(step, 0);
                ContainerForm story =
                        media.video()
                                ? ContainerForm.storyVideo(url(media))
                                : ContainerForm.storyImage(url(media));
                yield labelled(post, story);
            }
        };
    }

    private static ContainerForm child(Post post, PostMedia media) {
        return media.video()
                ? ContainerForm.childVideo(url(media))
                : described(ContainerForm.childImage(url(media)), post.items().get(media.item()));
    }

    private static ContainerForm reel(Response.Publish step) {
        ContainerForm reel = ContainerForm.reel(url(media(step, 0)));
        Optional<PostMedia> cover =
                step.progress().media().stream().filter(one -> one.item() == 1).findFirst();
        if (cover.isPresent()) {
            reel = reel.cover(url(cover.get()));
        }
        Optional<Boolean> share = step.post().shareToFeed();
        return share.isPresent() ? reel.shareToFeed(share.get()) : reel;
    }

    private static ContainerForm whole(Post post, ContainerForm form) {
        ContainerForm labelled = labelled(post, form);
        return post.caption().map(labelled::caption).orElse(labelled);
    }

    private static ContainerForm labelled(Post post, ContainerForm form) {
        return post.aiGenerated() ? form.aiGenerated(true) : form;
    }

    private static ContainerForm described(ContainerForm form, PostItem item) {
        return item.altText().map(form::altText).orElse(form);
    }

    private static List<String> children(Response.Publish step) {
        return step.progress().media().stream()
                .filter(one -> one.item() < step.post().items().size())
                .map(one ->
                        one.container()
                                .orElseThrow(() ->
                                        new IllegalStateException("an item has no container")))
                .toList();
    }

    private static PostMedia media(Response.Publish step, int item) {
        return step.progress().media().stream()
                .filter(one -> one.item() == item)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("item " + item + " is not there"));
    }

    private static String url(PostMedia media) {
        return media.url().orElseThrow(() -> new IllegalStateException("it is not uploaded"));
    }
}
