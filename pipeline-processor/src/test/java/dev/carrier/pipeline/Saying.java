package dev.carrier.pipeline;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Address;
import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A message of a test, as it is put together; heard by Ada unless it says otherwise. */
public final class Saying {
    private final EventId id;
    private final Place in;
    private final String by;
    private final String text;
    private Instant at;
    private AuthorKind kind = AuthorKind.PERSON;
    private Optional<EventId> replyTo = Optional.empty();
    private Optional<AccountId> self = Optional.empty();
    private boolean owned = true;
    private boolean member = true;
    private boolean late = false;
    private Optional<Boolean> opener = Optional.empty();
    private Optional<String> barred = Optional.empty();
    private Optional<Boolean> more = Optional.empty();
    private Optional<Quote> quote = Optional.empty();
    private List<AccountId> heardBy = List.of(Policies.ADA);
    private List<Attachment> files = List.of();
    private List<String> roles = List.of();
    private final SortedSet<AccountId> mentioned = new TreeSet<>();
    private final SortedSet<AccountId> answered = new TreeSet<>();
    private final SortedSet<Address> marked = new TreeSet<>();

    Saying(EventId id, Place in, Instant at, String by, String text) {
        this.id = id;
        this.in = in;
        this.at = at;
        this.by = by;
        this.text = text;
    }

    public Saying mentioning(AccountId account) {
        mentioned.add(account);
        return this;
    }

    /** The platform marks it so for everyone who hears it. */
    public Saying naming(Address how) {
        marked.add(how);
        return this;
    }

    public Saying answering(AccountId account, EventId message) {
        answered.add(account);
        return answering(message);
    }

    public Saying answering(EventId message) {
        replyTo = Optional.of(message);
        return this;
    }

    public Saying heardBy(AccountId... accounts) {
        heardBy = List.of(accounts);
        return this;
    }

    public Saying with(Attachment... attached) {
        files = List.of(attached);
        return this;
    }

    public Saying ofRoles(String... ids) {
        roles = List.of(ids);
        return this;
    }

    public Saying by(AuthorKind author) {
        kind = author;
        return this;
    }

    public Saying bySelf(AccountId account) {
        self = Optional.of(account);
        kind = AuthorKind.BOT;
        return this;
    }

    public Saying notOwned() {
        owned = false;
        return this;
    }

    public Saying notMember() {
        member = false;
        return this;
    }

    public Saying quoting(String author, String text) {
        quote = Optional.of(new Quote(author, text));
        return this;
    }

    public Saying inOwnThread() {
        opener = Optional.of(true);
        return this;
    }

    public Saying fetchedFrom(Instant time) {
        at = time;
        late = true;
        return this;
    }

    public Saying barred(String why) {
        barred = Optional.of(why);
        return this;
    }

    public Saying andMoreFollows() {
        more = Optional.of(true);
        return this;
    }

    public EventId id() {
        return id;
    }

    /** The copy of it that holds these hearings. */
    public Event.Said event() {
        return new Event.Said(
                id,
                at,
                in,
                new Author(new PersonId("discord:user:" + by), by, kind, roles),
                text,
                replyTo,
                files,
                hearings(),
                quote);
    }

    List<Hearing> hearings() {
        List<Hearing> hearings = new ArrayList<>();
        for (AccountId account : heardBy) {
            SortedSet<Address> address = new TreeSet<>(marked);
            if (mentioned.contains(account)) {
                address.add(Address.MENTION);
            }
            if (answered.contains(account)) {
                address.add(Address.REPLY);
            }
            boolean own = self.filter(account::equals).isPresent();
            hearings.add(
                    new Hearing(account, own, address, owned, member, late, opener, barred, more));
        }
        return hearings;
    }
}
