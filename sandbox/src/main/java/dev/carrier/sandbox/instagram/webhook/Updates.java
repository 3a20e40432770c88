package dev.carrier.sandbox.instagram.webhook;

import dev.carrier.sandbox.instagram.payload.CommentUpdate;
import dev.carrier.sandbox.instagram.payload.MessageUpdate;
import dev.carrier.sandbox.instagram.payload.Update;
import dev.carrier.sandbox.instagram.world.Happening;
import dev.carrier.sandbox.instagram.world.World;
import java.util.List;

/** What of all that happens is told, and to whom. Stateless. */
final class Updates {
    private Updates() {}

    /** What is told of {@code happening} to accounts that are subscribed. */
    static List<Update> of(World world, Happening happening) {
        return all(world, happening).stream().filter(it -> wanted(world, it)).toList();
    }

    private static List<Update> all(World world, Happening happening) {
        var now = world.clock().instant();
        return switch (happening) {
            case Happening.Commented(var comment, var media) ->
                    CommentUpdate.of(world, comment, media);
            case Happening.Posted(var media, var changed) ->
                    changed ? List.of() : CommentUpdate.caption(world, media);
            case Happening.Messaged(var dm) -> List.of(MessageUpdate.written(world, dm));
            case Happening.Edited(var dm) -> List.of(MessageUpdate.edited(dm, now));
            case Happening.Unsent(var dm) -> List.of(MessageUpdate.unsent(dm, now));
            // The account's own reaction has no echo.
            case Happening.Reacted(var dm, var by, var emoji) ->
                    by.id().equals(dm.thread().account().id())
                            ? List.of()
                            : List.of(MessageUpdate.reacted(dm, by, emoji, now));
            case Happening.Read(var upTo) -> List.of(MessageUpdate.read(upTo, now));
            case Happening.Born _, Happening.Hidden _, Happening.CommentDeleted _ -> List.of();
            case Happening.Typing _, Happening.Seen _ -> List.of();
        };
    }

    private static boolean wanted(World world, Update update) {
        var app = world.app();
        var field = update.field();
        var comment = !update.messaging();
        return app.callback().isPresent()
                && !world.subscribed(update.account().id()).isEmpty()
                && app.fields().contains(field)
                && app.live()
                && (!comment || app.advanced())
                && (comment || world.inboxOpen(update.account().id()));
    }
}
