package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The control API of the sandbox's Instagram: people act, and one sees what stands there. Ids are
 * text: an account's Instagram id, a person's Instagram-scoped id, the ids of media, comments and
 * messages (mid). Calls block; refusals throw. The API that an app uses begins at {@link
 * Sandbox#instagramApi()}; the webhook is set in {@link #webhook()}.
 */
public final class InstagramClient {
    private static final String BASE = "sandbox/instagram/";

    private final SandboxClient client;

    InstagramClient(SandboxClient client) {
        this.client = client;
    }

    /**
     * A professional account.
     *
     * @param id its Instagram id: {@code user_id} of {@code GET /me}, {@code entry.id} of webhooks
     * @param token a long-lived access token, just issued
     * @param secret the app's secret, the same for all accounts
     */
    public record NewAccount(String id, String username, String token, String secret) {}

    /** The app's dashboard and its deliveries. */
    public InstagramWebhook webhook() {
        return new InstagramWebhook(client);
    }

    /** What is being made ready to be published. */
    public InstagramContainers containers() {
        return new InstagramContainers(client);
    }

    /** A new professional account; it gets a token. */
    public NewAccount account(String username) {
        return account(username, Optional.empty());
    }

    /** A new professional account with this token. */
    public NewAccount account(String username, Optional<String> token) {
        var form = Json.object().put("username", username);
        token.ifPresent(it -> form.put("token", it));
        var made = client.post(BASE + "accounts", form);
        return new NewAccount(
                id(made), username, Json.text(made, "token", ""), Json.text(made, "secret", ""));
    }

    /** A new person; gives their Instagram-scoped id. */
    public String person(String username) {
        return id(client.post(BASE + "people", Json.object().put("username", username)));
    }

    /** Whether a person can be written to; otherwise error 551. */
    public void reachable(String person, boolean reachable) {
        client.send("PATCH", BASE + "people/" + person, Json.object().put("reachable", reachable));
    }

    /**
     * Whether an account lets apps into its inbox; otherwise error 200/2534041, and no webhooks.
     */
    public void inbox(String account, boolean open) {
        client.send("PATCH", BASE + "accounts/" + account, Json.object().put("inbox", open));
    }

    /** An account or a person publishes an image in the feed; gives the media's id. */
    public String post(String owner, String caption) {
        return publish(owner, "IMAGE", "FEED", caption);
    }

    /** Publishes something: IMAGE or VIDEO; FEED, REELS, STORY, AD or LIVE. Gives its id. */
    public String publish(String owner, String type, String product, String caption) {
        var form = Json.object().put("owner", owner).put("type", type).put("product", product);
        form.put("caption", caption).put("url", "https://cdn.example/" + product + ".jpg");
        return id(client.post(BASE + "media", form));
    }

    /** A live video ends: no comments and no private replies to them from now on. */
    public void ends(String live) {
        client.send("PATCH", BASE + "media/" + live, Json.object().put("over", true));
    }

    /**
     * A person comments at the top; gives the comment's id. On media of somebody else, an
     * {@code @username} of an account is a mention; on a live video it is a live comment.
     */
    public String comment(String by, String media, String text) {
        return comment(by, media, text, Optional.empty());
    }

    /**
     * A person comments, below {@code parent} if there is one. With an account's id as {@code by} a
     * human types as the account, in Instagram's app.
     */
    public String comment(String by, String media, String text, Optional<String> parent) {
        var form = Json.object().put("by", by).put("text", text);
        parent.ifPresent(it -> form.put("parent", it));
        return id(client.post(BASE + "media/" + media + "/comments", form));
    }

    /** A comment is deleted by its author, which no webhook tells. */
    public void deletesComment(String comment) {
        client.send("DELETE", BASE + "comments/" + comment, Json.object());
    }

    /** A person writes a direct message to an account; gives its mid. */
    public String dm(String person, String account, String text) {
        return writes(person, account, Json.object().put("text", text));
    }

    /** A person answers a message. */
    public String replies(String person, String account, String text, String mid) {
        return writes(person, account, Json.object().put("text", text).put("replyTo", mid));
    }

    /** A person sends a file or something shared: image, video, audio, share, ig_reel … */
    public String sends(String person, String account, String type, String url) {
        return writes(person, account, attached(type, url));
    }

    /**
     * Keeps a file where everybody who knows its address can fetch it; gives that, for {@link
     * #sends}.
     */
    public String file(String contentType, byte[] content) {
        var form = Json.object().put("contentType", contentType);
        form.put("base64", Base64.getEncoder().encodeToString(content));
        return Json.text(client.post(BASE + "files", form), "url", "");
    }

    /** A person sends something that Instagram does not hand on, such as a sticker. */
    public String sendsUnsupported(String person, String account) {
        return writes(person, account, attached("unsupported", ""));
    }

    /** A person mentions an account in their story: a message with that attachment. */
    public String storyMention(String person, String account) {
        return writes(person, account, attached("story_mention", "https://cdn.example/story.jpg"));
    }

    /** A person answers a story that the account has published. */
    public String storyReply(String person, String account, String story, String text) {
        return writes(person, account, Json.object().put("text", text).put("story", story));
    }

    /** A person presses a button: a postback. */
    public String presses(String person, String account, String title, String payload) {
        var form = Json.object().put("text", title).put("payload", payload).put("button", true);
        return writes(person, account, form);
    }

    /** A human types as the account, in Instagram's app: an echo. Gives its mid. */
    public String humanTypes(String account, String person, String text) {
        return writes(person, account, Json.object().put("text", text).put("asAccount", true));
    }

    /** The author edits a message. */
    public void edits(String mid, String text) {
        client.send("PATCH", BASE + "messages/" + mid, Json.object().put("text", text));
    }

    /** The author unsends a message. */
    public void unsends(String mid) {
        client.send("DELETE", BASE + "messages/" + mid, Json.object());
    }

    /** The person of the thread reacts to a message. */
    public void reacts(String mid, String emoji) {
        client.post(BASE + "messages/" + mid + "/reactions", Json.object().put("emoji", emoji));
    }

    /** The person of the thread takes their reaction back. */
    public void unreacts(String mid) {
        client.send("DELETE", BASE + "messages/" + mid + "/reactions", Json.object());
    }

    /** The person reads what the account has written. */
    public void reads(String person, String account) {
        client.post(between(account, person) + "/read", Json.object());
    }

    /** What an account or a person has published, newest first, stories and live videos too. */
    public List<SeenPost> feed(String owner) {
        return client.get(BASE + "accounts/" + owner + "/media")
                .valueStream()
                .map(SeenPost::of)
                .toList();
    }

    /** All comments below media, oldest first; also hidden and deleted ones, which say so. */
    public List<SeenComment> comments(String media) {
        return client.get(BASE + "media/" + media + "/comments")
                .valueStream()
                .map(SeenComment::of)
                .toList();
    }

    /** All direct messages of the two, oldest first; also unsent ones, which say so. */
    public List<SeenDm> thread(String account, String person) {
        return client.get(between(account, person) + "/messages")
                .valueStream()
                .map(SeenDm::of)
                .toList();
    }

    private static String between(String account, String person) {
        return BASE + "threads/" + account + "/" + person;
    }

    /** Its time goes on by so much at once: windows close, tokens and containers age. */
    public Instant advance(Duration by) {
        return clock("advance", by);
    }

    /** Its time is so much before real time from now on; give that before anything is said. */
    public Instant behind(Duration by) {
        return clock("behind", by);
    }

    private Instant clock(String how, Duration by) {
        var now = client.send("PUT", BASE + "clock", Json.object().put(how, by.toMillis()));
        return Instant.ofEpochMilli(Json.number(now, "now").orElse(0));
    }

    /** Changes a number of Instagram's, by the key in docs/sandbox.md, such as {@code batch}. */
    public void set(String setting, long value) {
        client.send("PATCH", BASE + "settings", Json.object().put(setting, value));
    }

    /** Changes a time of Instagram's, such as {@code retryAfter} or {@code tokenLife}. */
    public void set(String setting, Duration value) {
        set(setting, value.toMillis());
    }

    /**
     * The usage that the headers of an account show from now on, in percent; with one at 100 it is
     * shut out for {@code regain}, with 80002, or with 4 if it is the app's.
     */
    public void usage(String account, int calls, int time, int cpu, int app, Duration regain) {
        var form = Json.object().put("calls", calls).put("time", time).put("cpu", cpu);
        form.put("app", app).put("regain", regain.toMillis());
        client.send("PUT", BASE + "accounts/" + account + "/usage", form);
    }

    /** A human logs in: a new long-lived token for an account. */
    public String newToken(String account) {
        var made = client.post(BASE + "accounts/" + account + "/tokens", Json.object());
        return Json.text(made, "token", "");
    }

    /** A token of one hour, to be exchanged. */
    public String shortToken(String account) {
        var form = Json.object().put("lasting", false);
        return Json.text(client.post(BASE + "accounts/" + account + "/tokens", form), "token", "");
    }

    /** All tokens of an account are so much older at once, and expire so much earlier. */
    public void agesTokens(String account, Duration by) {
        var form = Json.object().put("age", by.toMillis());
        client.send("PATCH", BASE + "accounts/" + account + "/tokens", form);
    }

    /** All tokens of an account are refused with 190 and this subcode, such as 458 or 459. */
    public void killsTokens(String account, int subcode) {
        var form = Json.object().put("dead", subcode);
        client.send("PATCH", BASE + "accounts/" + account + "/tokens", form);
    }

    private String writes(String person, String account, ObjectNode form) {
        return Json.text(client.post(between(account, person) + "/messages", form), "mid", "");
    }

    private static ObjectNode attached(String type, String url) {
        var form = Json.object();
        form.putArray("files").addObject().put("type", type).put("url", url);
        return form;
    }

    private static String id(JsonNode node) {
        return Json.text(node, "id", "");
    }
}
