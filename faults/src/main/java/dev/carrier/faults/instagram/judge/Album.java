package dev.carrier.faults.instagram.judge;

import dev.carrier.contracts.AccountId;
import dev.carrier.faults.instagram.Ordered;
import dev.carrier.faults.instagram.Picture;
import dev.carrier.faults.instagram.Studio;
import dev.carrier.sandbox.SeenPost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the accounts have published, as Instagram has it.
 *
 * @param posts of each account, newest first
 * @param left files on the media host
 */
public record Album(Map<AccountId, List<SeenPost>> posts, List<String> left) {

    /** What there is now. */
    public static Album of(Studio studio) {
        Map<AccountId, List<SeenPost>> posts = new LinkedHashMap<>();
        for (AccountId account : Studio.ACCOUNTS) {
            posts.put(account, studio.instagram().feed(studio.of(account).id()));
        }
        return new Album(posts, List.copyOf(studio.client().media().files().keySet()));
    }

    /** The posts that are this order's; there should be one. */
    public List<SeenPost> of(Ordered order) {
        return posts.getOrDefault(order.account(), List.of()).stream()
                .filter(post -> post.caption().contains(order.mark()))
                .toList();
    }

    /** What of a published order is not as it was ordered; empty where all is. */
    public List<String> wrong(Ordered order) {
        List<String> wrong = new ArrayList<>();
        for (SeenPost post : of(order)) {
            List<SeenPost> parts = post.children().isEmpty() ? List.of(post) : post.children();
            if (parts.size() != order.pictures().size()) {
                wrong.add(order + " shows " + parts.size());
                continue;
            }
            for (int at = 0; at < parts.size(); at++) {
                Picture picture = order.pictures().get(at);
                if (!picture.isIn(bytes(parts.get(at)))) {
                    wrong.add(order + " shows another picture as number " + (at + 1));
                }
            }
            if (!post.aiGenerated()) {
                wrong.add(order + " does not say that a machine made it");
            }
        }
        return wrong;
    }

    private static byte[] bytes(SeenPost part) {
        try (var in = URI.create(part.url()).toURL().openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
