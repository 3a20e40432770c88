package dev.carrier.faults.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Twelve people who comment on posts and write direct messages, and of whom each line is on record.
 * What they do depends on a seed only.
 */
public final class Audience {
    /** What the model is to say again. */
    public static final String MARK = "mark-\\d{5}";

    private static final List<String> NAMES =
            List.of(
                    "ida", "bo", "cleo", "dov", "emil", "fay", "gus", "hana", "ivo", "jette", "kim",
                    "lou");
    private static final Set<AccountId> NOBODY = Set.of();
    private static final int INBOXES = 10;

    private final Studio studio;
    private final Random random;
    private final List<String> people = new ArrayList<>();
    private final Map<String, AccountId> ours = new LinkedHashMap<>();
    private final List<String> strangers = new ArrayList<>();
    private final List<Inbox> inboxes = new ArrayList<>();
    private final List<Root> roots = new ArrayList<>();
    private final Set<Inbox> takenOver = new HashSet<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<EventId> typed = new ArrayList<>();
    private int besides;

    /** A comment at the top, below which others may be written. */
    private record Root(String media, String id, AccountId account) {}

    /**
     * Twelve people come to look at what the accounts have posted.
     *
     * @param seed decides what they do
     */
    public Audience(Studio studio, long seed) {
        this.studio = studio;
        this.random = new Random(seed);
        NAMES.forEach(name -> people.add(studio.instagram().person(name)));
        for (AccountId account : Studio.ACCOUNTS) {
            for (int post = 0; post < 3; post++) {
                ours.put(studio.instagram().post(id(account), "a picture"), account);
            }
        }
        for (int post = 0; post < 2; post++) {
            strangers.add(studio.instagram().post(people.get(post), "my own picture"));
        }
        for (int at = 0; at < INBOXES; at++) {
            AccountId account = Studio.ACCOUNTS.get(at % Studio.ACCOUNTS.size());
            inboxes.add(new Inbox(account, id(account), people.get(at)));
        }
    }

    /** Everything that was written so far, in the order in which it was written. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** What humans typed as an account, in Instagram's app. */
    public List<EventId> typed() {
        return List.copyOf(typed);
    }

    /** How often people did something besides writing: edits, reactions, reads. */
    public int besides() {
        return besides;
    }

    /** All posts that can be commented on. */
    public List<String> media() {
        List<String> all = new ArrayList<>(ours.keySet());
        all.addAll(strangers);
        return all;
    }

    /** Whether an account of ours has posted it. */
    public boolean isOurs(String post) {
        return ours.containsKey(post);
    }

    /** All who write to each other. */
    public List<Inbox> inboxes() {
        return List.copyOf(inboxes);
    }

    /** So many lines, or a few more, of all kinds anywhere. */
    public void talks(int count) {
        int until = lines.size() + count;
        while (lines.size() < until) {
            speak();
        }
    }

    /** Somebody comments on a post of ours, so many times; each is to be answered. */
    public void comments(int count) {
        for (int at = 0; at < count; at++) {
            comment("what do you think of %s?");
        }
    }

    /** Somebody writes in so many inboxes where no human has taken over. */
    public void writes(int count) {
        List<Inbox> open = open();
        for (int at = 0; at < count; at++) {
            dm(open.get(at % open.size()), "how about %s?");
        }
    }

    /** Who writes first of those does not stop, so many times. */
    public void writesOn(int count) {
        Inbox one = open().getFirst();
        for (int at = 0; at < count; at++) {
            dm(one, "and %s?");
        }
    }

    private List<Inbox> open() {
        return inboxes.stream().filter(one -> !takenOver.contains(one)).toList();
    }

    /** Where a human can take over yet; one inbox of each account is always left. */
    public Optional<Inbox> next() {
        return takenOver.size() < INBOXES - Studio.ACCOUNTS.size()
                ? Optional.of(inboxes.get(takenOver.size()))
                : Optional.empty();
    }

    /** A human types as the account, in Instagram's app. Nobody else answers there from then on. */
    public EventId takesOver(Inbox inbox) {
        takenOver.add(inbox);
        String mid =
                studio.instagram()
                        .humanTypes(inbox.owner(), inbox.person(), "it is me, not a machine");
        typed.add(EventId.said("instagram", mid));
        return typed.getLast();
    }

    private void speak() {
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> comment("what do you think of %s?");
            case 3 -> below("I saw %s in the street", false);
            case 4, 5 -> below("what about %s?", true);
            case 6 -> mention();
            case 7, 8, 9 -> dm(any(inboxes), "have you heard of %s?");
            case 10 -> burst(any(inboxes));
            case 11 -> editLater(any(inboxes));
            case 12 -> unsendLater(any(inboxes));
            default -> looks(any(inboxes));
        }
    }

    private void comment(String text) {
        String media = any(List.copyOf(ours.keySet()));
        AccountId account = Objects.requireNonNull(ours.get(media));
        String mark = nextMark();
        String id = studio.instagram().comment(any(people), media, text.formatted(mark));
        roots.add(new Root(media, id, account));
        said(mark, id, Place.instagramComments(id), Set.of(account), Set.of(account));
    }

    /** Below a comment of somebody else: only who names the account speaks to it. */
    private void below(String text, boolean named) {
        if (roots.isEmpty()) {
            comment(text);
            return;
        }
        Root root = any(roots);
        String mark = nextMark();
        String words = (named ? at(root.account()) : "") + text.formatted(mark);
        String id =
                studio.instagram()
                        .comment(any(people), root.media(), words, Optional.of(root.id()));
        Set<AccountId> account = Set.of(root.account());
        said(mark, id, Place.instagramComments(root.id()), named ? account : NOBODY, account);
    }

    /** On a stranger's post: who is named hears it. */
    private void mention() {
        AccountId account = any(Studio.ACCOUNTS);
        String mark = nextMark();
        String id =
                studio.instagram()
                        .comment(any(people), any(strangers), at(account) + "do you know " + mark);
        said(mark, id, Place.instagramComments(id), Set.of(account), Set.of(account));
    }

    private void dm(Inbox inbox, String text) {
        String mark = nextMark();
        String mid = studio.instagram().dm(inbox.person(), inbox.owner(), text.formatted(mark));
        Set<AccountId> account = Set.of(inbox.account());
        said(
                mark,
                mid,
                inbox.conversation(),
                takenOver.contains(inbox) ? NOBODY : account,
                account);
    }

    /** Three messages at once may be one turn, or two. */
    private void burst(Inbox inbox) {
        dm(inbox, "have you heard of %s?");
        dm(inbox, "and of %s?");
        dm(inbox, "or at least of %s?");
    }

    private void editLater(Inbox inbox) {
        dm(inbox, "have you heard of %s?");
        Line line = lines.getLast();
        comment("how do you like %s?");
        studio.instagram().edits(line.id(), "I meant to say " + line.mark());
        besides++;
    }

    private void unsendLater(Inbox inbox) {
        dm(inbox, "do not tell anybody of %s");
        int at = lines.size() - 1;
        comment("how do you like %s?");
        studio.instagram().unsends(lines.get(at).id());
        lines.set(at, lines.get(at).unsent());
        besides++;
    }

    /** Somebody reads what was answered, and likes what they wrote themselves. */
    private void looks(Inbox inbox) {
        dm(inbox, "so, %s?");
        studio.instagram().reads(inbox.person(), inbox.owner());
        studio.instagram().reacts(lines.getLast().id(), "❤");
        besides += 2;
    }

    private void said(
            String mark,
            String id,
            ConversationId in,
            Set<AccountId> calls,
            Set<AccountId> heardBy) {
        lines.add(new Line(mark, id, in, calls, heardBy, false));
    }

    private String nextMark() {
        return "mark-%05d".formatted(lines.size() + 1);
    }

    private String at(AccountId account) {
        return "@" + studio.of(account).username() + " ";
    }

    private String id(AccountId account) {
        return studio.of(account).id();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
