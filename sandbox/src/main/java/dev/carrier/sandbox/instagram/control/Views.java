package dev.carrier.sandbox.instagram.control;

import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.App;
import dev.carrier.sandbox.instagram.world.Author;
import dev.carrier.sandbox.instagram.world.Comment;
import dev.carrier.sandbox.instagram.world.Comments;
import dev.carrier.sandbox.instagram.world.Dm;
import dev.carrier.sandbox.instagram.world.DmThread;
import dev.carrier.sandbox.instagram.world.Inbox;
import dev.carrier.sandbox.instagram.world.Media;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** What exists, as the control API and the page see it; times are epoch milliseconds. */
public final class Views {
    private final World world;
    private final Comments comments;
    private final Inbox inbox;

    /** Views of {@code world}. */
    public Views(World world, Comments comments, Inbox inbox) {
        this.world = world;
        this.comments = comments;
        this.inbox = inbox;
    }

    ObjectNode author(Author who) {
        return Json.object()
                .put("id", who.id())
                .put("username", who.username())
                .put("kind", world.account(who.id()).isPresent() ? "account" : "person");
    }

    /** With the newest token, and the secret of the app. */
    ObjectNode account(Account account) {
        var node = author(account.author()).put("name", account.name());
        node.put("appScoped", account.appScoped()).put("selfScoped", account.selfScoped());
        var tokens = world.tokens().of(account.id());
        if (!tokens.isEmpty()) {
            node.put("token", tokens.getLast().text());
            node.put("expires", tokens.getLast().expires().toEpochMilli());
        }
        node.put("secret", world.app().secret());
        var fields = node.putArray("subscribed");
        world.subscribed(account.id()).stream().sorted().forEach(fields::add);
        return node;
    }

    ObjectNode app() {
        App app = world.app();
        var node = Json.object().put("id", app.id()).put("secret", app.secret());
        app.callback().ifPresent(it -> node.put("callback", it.toString()));
        var fields = node.putArray("fields");
        app.fields().stream().sorted().forEach(fields::add);
        return node.put("live", app.live())
                .put("advanced", app.advanced())
                .put("form", app.form().name().toLowerCase(Locale.ROOT))
                .put("mentions", app.mentionsField());
    }

    ObjectNode media(Media media) {
        var node = Json.object().put("id", media.id());
        node.set("owner", author(media.owner()));
        node.put("caption", media.is().caption()).put("url", media.is().url());
        node.put("type", media.is().kind().name()).put("product", media.is().product().name());
        node.put("permalink", media.permalink()).put("at", media.at().toEpochMilli());
        node.put("commentsOn", media.commentsOn()).put("over", media.over());
        node.put("aiGenerated", media.is().aiGenerated());
        media.is().altText().ifPresent(it -> node.put("altText", it));
        var children = node.putArray("children");
        media.children().forEach(id -> world.media(id).ifPresent(it -> children.add(media(it))));
        return node.put("comments", comments.count(media.id()));
    }

    ObjectNode comment(Comment comment) {
        var node = Json.object().put("id", comment.id()).put("media", comment.media());
        comment.parent().ifPresent(it -> node.put("parent", it));
        node.set("by", author(comment.by()));
        return node.put("text", comment.text())
                .put("at", comment.at().toEpochMilli())
                .put("hidden", comment.hidden())
                .put("deleted", comment.deleted())
                .put("answered", comment.answered());
    }

    ObjectNode thread(DmThread thread) {
        var node = Json.object().put("id", thread.id());
        node.set("account", author(thread.account().author()));
        node.set("person", author(thread.person()));
        return node.put("at", inbox.updated(thread).toEpochMilli());
    }

    ObjectNode message(Dm dm) {
        var node = Json.object().put("mid", dm.mid());
        node.put("thread", dm.thread().id());
        node.put("account", dm.thread().account().id()).put("person", dm.thread().person().id());
        node.set("by", author(dm.by()));
        node.put("via", dm.via().name().toLowerCase(Locale.ROOT)).put("text", dm.says().text());
        var files = node.putArray("files");
        dm.says()
                .files()
                .forEach(it -> files.addObject().put("type", it.type()).put("url", it.url()));
        dm.says().replyTo().ifPresent(it -> node.put("replyTo", it));
        dm.says().story().ifPresent(it -> node.put("story", it));
        dm.says().payload().ifPresent(it -> node.put("payload", it));
        dm.says().comment().ifPresent(it -> node.put("comment", it));
        var reactions = node.putObject("reactions");
        dm.reactions().forEach(reactions::put);
        return node.put("at", dm.at().toEpochMilli())
                .put("edits", dm.edits())
                .put("deleted", dm.deleted());
    }

    /** Everything a page needs to begin with. */
    ObjectNode world() {
        synchronized (world) {
            var node = Json.object();
            var accounts = node.putArray("accounts");
            world.accounts()
                    .forEach(it -> accounts.add(author(it.author()).put("name", it.name())));
            var people = node.putArray("people");
            world.people().forEach(it -> people.add(author(it.author()).put("name", it.name())));
            var media = node.putArray("media");
            world.media().forEach(it -> media.add(media(it)));
            var threads = node.putArray("threads");
            world.accounts().forEach(it -> inbox.of(it).forEach(one -> threads.add(thread(one))));
            return node.put("now", world.clock().millis());
        }
    }
}
