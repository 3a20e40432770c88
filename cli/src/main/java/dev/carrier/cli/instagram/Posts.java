package dev.carrier.cli.instagram;

import dev.carrier.contracts.Post;
import dev.carrier.contracts.PostItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes posts of what was asked for. */
final class Posts {
    private Posts() {}

    /**
     * Puts the files into the outbox, and gives what is to be published.
     *
     * @param marked whether Instagram is told that a machine made it
     * @throws dev.carrier.runtime.SetupProblem when a file cannot be read
     */
    static Post made(PostPlan plan, Outbox outbox, boolean marked, Optional<Instant> notBefore) {
        List<PostItem> items = new ArrayList<>();
        for (int item = 0; item < plan.files().size(); item++) {
            Optional<String> alt =
                    item < plan.alts().size()
                            ? Optional.of(plan.alts().get(item)).filter(text -> !text.isBlank())
                            : Optional.empty();
            items.add(outbox.put(plan.files().get(item), alt));
        }
        return new Post(
                plan.kind(),
                items,
                plan.caption(),
                plan.cover().map(file -> outbox.put(file, Optional.empty())),
                plan.shareToFeed(),
                marked,
                notBefore);
    }
}
