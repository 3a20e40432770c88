package dev.carrier.sandbox.instagram.world;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Who and what exists: the app, its accounts, people, and what was published. What was said is in
 * {@link Comments} and {@link Inbox}. Safe for use by many threads; its monitor is the order of all
 * things: listeners are called under it and must not block.
 */
public final class World {
    private final MovableClock clock;
    private final Ids ids;
    private final Settings settings = new Settings();
    private final Tokens tokens;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Media> media = new LinkedHashMap<>();
    private final Map<String, Set<String>> subscribed = new LinkedHashMap<>();
    private final Set<String> closedInboxes = new java.util.HashSet<>();
    private final List<Consumer<Happening>> listeners = new ArrayList<>();
    private App app;

    /** An empty world in the time of {@code real}. */
    public World(Clock real) {
        this.clock = new MovableClock(real);
        this.ids = new Ids(real.millis());
        this.tokens = new Tokens(clock, settings);
        this.app =
                new App(
                        ids.scoped(),
                        UUID.randomUUID().toString().replace("-", ""),
                        Optional.empty(),
                        Set.copyOf(App.FIELDS),
                        true,
                        true,
                        App.Form.ALTERNATING,
                        false);
    }

    /** Its time, which can be moved. */
    public MovableClock clock() {
        return clock;
    }

    /** Its durations and quotas. */
    public Settings settings() {
        return settings;
    }

    /** Access tokens. */
    public Tokens tokens() {
        return tokens;
    }

    /** A new id of a node: a media, a comment, a container. */
    public String newId() {
        return ids.node();
    }

    Ids ids() {
        return ids;
    }

    /** {@code listener} is told of everything from now on, in order, under the world's monitor. */
    public synchronized void listen(Consumer<Happening> listener) {
        listeners.add(listener);
    }

    synchronized void tell(Happening happening) {
        listeners.forEach(listener -> listener.accept(happening));
    }

    /** The app. */
    public synchronized App app() {
        return app;
    }

    /** Replaces the app by its new form. */
    public synchronized void app(App changed) {
        app = changed;
    }

    /** A new professional account, with a long-lived token if {@code token} names none. */
    public synchronized Account account(String username, String name, Optional<String> token) {
        var account =
                new Account(ids.account(), ids.scoped(), ids.scoped(), username, name, "BUSINESS");
        accounts.put(account.id(), account);
        tokens.issue(account.id(), token, true);
        tell(new Happening.Born(account.author()));
        return account;
    }

    /** A new person. */
    public synchronized Person person(String username, String name) {
        var person = new Person(ids.scoped(), username, name, true);
        people.put(person.id(), person);
        tell(new Happening.Born(person.author()));
        return person;
    }

    /** Whether {@code person} can be written to. */
    public synchronized void reachable(String person, boolean reachable) {
        person(person).ifPresent(it -> people.put(person, it.reachable(reachable)));
    }

    /** Whether an account lets apps into its inbox. */
    public synchronized void inboxOpen(String account, boolean open) {
        if (open) {
            closedInboxes.remove(account);
        } else {
            closedInboxes.add(account);
        }
    }

    /** Whether an account lets apps into its inbox. */
    public synchronized boolean inboxOpen(String account) {
        return !closedInboxes.contains(account);
    }

    /**
     * Publishes something now.
     *
     * @param owner an account, or a person
     * @return what was published, with its id and permalink; the parts of an album have ids as well
     */
    public synchronized Media publish(Author owner, Draft draft) {
        var id = ids.node();
        var children = new ArrayList<String>();
        for (var child : draft.children()) {
            var part = media(ids.node(), owner, child, List.of(), Optional.of(id));
            media.put(part.id(), part);
            children.add(part.id());
        }
        var whole = media(id, owner, draft, List.copyOf(children), Optional.empty());
        media.put(id, whole);
        tell(new Happening.Posted(whole, false));
        return whole;
    }

    private Media media(
            String id, Author owner, Draft is, List<String> children, Optional<String> parent) {
        return new Media(
                id, owner, is, ids.shortcode(), clock.instant(), children, parent, true, false);
    }

    /** Comments on it are allowed from now on, or no more. */
    public synchronized void commentsOn(Media of, boolean on) {
        change(of.commentsOn(on));
    }

    /** A live video ends. */
    public synchronized void ended(Media live) {
        change(live.ended());
    }

    private void change(Media changed) {
        media.put(changed.id(), changed);
        tell(new Happening.Posted(changed, true));
    }

    /** The media with this id. */
    public synchronized Optional<Media> media(String id) {
        return Optional.ofNullable(media.get(id));
    }

    /** What {@code owner} has published, newest first, without the parts of albums. */
    public synchronized List<Media> mediaOf(String owner) {
        return media.values().stream()
                .filter(it -> it.owner().id().equals(owner) && it.parent().isEmpty())
                .toList()
                .reversed();
    }

    /** Everything that was published, newest first, without the parts of albums. */
    public synchronized List<Media> media() {
        return media.values().stream().filter(it -> it.parent().isEmpty()).toList().reversed();
    }

    /** The account with this Instagram id, or this app-scoped one. */
    public synchronized Optional<Account> account(String id) {
        return accounts.values().stream()
                .filter(it -> it.id().equals(id) || it.appScoped().equals(id))
                .findFirst();
    }

    /** All accounts, oldest first. */
    public synchronized List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    /** The person with this Instagram-scoped id. */
    public synchronized Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /** Everyone, oldest first. */
    public synchronized List<Person> people() {
        return List.copyOf(people.values());
    }

    /** Who has this id, be it a person or an account. */
    public synchronized Optional<Author> author(String id) {
        return person(id).map(Person::author).or(() -> account(id).map(Account::author));
    }

    /** The accounts whose @username is in {@code text}. */
    public synchronized List<Account> mentioned(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return accounts.values().stream()
                .filter(it -> mentions(lower, it.username().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean mentions(String text, String username) {
        var at = text.indexOf("@" + username);
        var end = at + 1 + username.length();
        return at >= 0
                && (end == text.length()
                        || !(Character.isLetterOrDigit(text.charAt(end))
                                || text.charAt(end) == '_'));
    }

    /** An account's deliveries begin, for these fields; empty ends them. */
    public synchronized void subscribe(String account, Set<String> fields) {
        if (fields.isEmpty()) {
            subscribed.remove(account);
        } else {
            subscribed.put(account, Set.copyOf(fields));
        }
    }

    /** What an account is subscribed to; empty if it is not. */
    public synchronized Set<String> subscribed(String account) {
        return subscribed.getOrDefault(account, Set.of());
    }

    /** Nobody is subscribed any more: the app has not taken its deliveries for too long. */
    public synchronized void unsubscribeAll() {
        subscribed.clear();
    }
}
