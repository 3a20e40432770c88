package dev.carrier.faults.town;

import dev.carrier.contracts.AccountId;
import dev.carrier.sandbox.SeenMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Twelve people who talk in channels, threads and DMs, now with Ada, now with Juno, now among
 * themselves, and of whom each line is on record. What they do depends on a seed only.
 */
public final class Crowd {
    /** What the model is to say again. */
    public static final String MARK = "mark-\\d{5}";

    private static final List<String> NAMES =
            List.of(
                    "Ida", "Bo", "Cleo", "Dov", "Emil", "Fay", "Gus", "Hana", "Ivo", "Jette", "Kim",
                    "Lou");
    private static final Set<AccountId> BOTH = Set.of(Town.ADA, Town.JUNO);
    private static final Set<AccountId> NOBODY = Set.of();

    private final Town town;
    private final Random random;
    private final List<String> people = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();

    /**
     * Where people talk.
     *
     * @param with in a DM: the account
     * @param person in a DM: who writes
     */
    private record Place(String channel, Optional<AccountId> with, Optional<String> person) {}

    /**
     * Twelve people come to a town.
     *
     * @param seed decides what they do
     */
    public Crowd(Town town, long seed) {
        this.town = town;
        this.random = new Random(seed);
        NAMES.forEach(name -> people.add(town.person(name)));
        var channels =
                Stream.concat(
                                Stream.of(town.cafe().general()),
                                Stream.of("garden", "radio", "maths", "lost-and-found", "night")
                                        .map(name ->
                                                town.discord().channel(town.cafe().id(), name)))
                        .toList();
        channels.forEach(channel -> places.add(shared(channel)));
        for (int thread = 0; thread < 4; thread++) {
            places.add(
                    shared(
                            town.discord()
                                    .thread(
                                            channels.get(thread),
                                            "thread " + thread,
                                            people.getFirst())));
        }
        for (int dm = 0; dm < 8; dm++) {
            var account = dm % 2 == 0 ? Town.ADA : Town.JUNO;
            String person = people.get(dm);
            String channel = town.discord().dm(person, town.bot(account).id());
            places.add(new Place(channel, Optional.of(account), Optional.of(person)));
        }
    }

    private static Place shared(String channel) {
        return new Place(channel, Optional.empty(), Optional.empty());
    }

    /** Everything that was said so far, in the order in which it was said. */
    public List<Told> told() {
        return List.copyOf(told);
    }

    /** All channels, threads and DMs. */
    public List<String> channels() {
        return places.stream().map(Place::channel).toList();
    }

    /** Everybody who talks alone with a character says hello: a DM must be known to be found. */
    public void greetsInDms() {
        places.stream().filter(place -> place.with().isPresent()).forEach(this::speak);
    }

    /** In each of so many places somebody calls a character. */
    public List<Told> asksInPlaces(int count) {
        var from = told.size();
        for (int at = 0; at < count; at++) {
            var place = places.get(at % places.size());
            if (place.with().isPresent()) {
                speak(place);
            } else {
                mention(place, somebody(), someone());
            }
        }
        return List.copyOf(told.subList(from, told.size()));
    }

    /** So many lines, or a few more, of all kinds anywhere. */
    public void talks(int count) {
        int until = told.size() + count;
        while (told.size() < until) {
            speak(any(places));
        }
    }

    private void speak(Place place) {
        if (place.with().isPresent()) {
            var account = place.with().get();
            say(place, place.person().orElseThrow(), "what do you make of %s?", Set.of(account));
            return;
        }
        String person = somebody();
        var account = someone();
        switch (random.nextInt(12)) {
            case 0, 1 -> mention(place, person, account);
            case 2 -> say(place, person, name(account) + ", tell me about %s", Set.of(account));
            case 3 -> reply(place, person, account);
            case 4 -> burst(place, person, account);
            case 5 -> both(place, person);
            case 6 -> editLater(place, person, account);
            case 7 -> deleteLater(place, person, account);
            default -> say(place, person, "I saw %s in the street", NOBODY);
        }
    }

    private void mention(Place place, String person, AccountId account) {
        say(place, person, "@" + name(account) + " have you heard of %s?", Set.of(account));
    }

    private void both(Place place, String person) {
        say(place, person, "@Ada and @Juno, what about %s?", BOTH);
    }

    /** A line that is soon written otherwise: whoever answers answers it once. */
    private void editLater(Place place, String person, AccountId account) {
        mention(place, person, account);
        Told line = told.getLast();
        say(place, somebody(), "it rains on %s", NOBODY);
        town.discord()
                .edits(line.message(), "@" + name(account) + " I meant to say " + line.mark());
    }

    /** A line that is soon taken back. */
    private void deleteLater(Place place, String person, AccountId account) {
        mention(place, person, account);
        int at = told.size() - 1;
        say(place, somebody(), "the sun shines on %s", NOBODY);
        town.discord().deletes(told.get(at).message());
        told.set(at, told.get(at).deleted());
    }

    /** Three lines at once, the first of which calls: the others may belong to the same turn. */
    private void burst(Place place, String person, AccountId account) {
        mention(place, person, account);
        say(place, person, "and also of %s", NOBODY);
        say(place, person, "not to forget %s", NOBODY);
    }

    private void reply(Place place, String person, AccountId account) {
        var last =
                town.discord().messages(place.channel()).stream()
                        .filter(message -> message.author().equals(town.bot(account).id()))
                        .reduce((_, newest) -> newest);
        if (last.isEmpty()) {
            mention(place, person, account);
            return;
        }
        String mark = nextMark();
        var written =
                town.discord()
                        .replies(
                                person,
                                place.channel(),
                                last.get().id(),
                                "why do you say so of " + mark);
        told.add(new Told(mark, written, Set.of(account), BOTH, false));
    }

    private void say(Place place, String person, String text, Set<AccountId> calls) {
        String mark = nextMark();
        SeenMessage written = town.discord().says(person, place.channel(), text.formatted(mark));
        told.add(new Told(mark, written, calls, place.with().map(Set::of).orElse(BOTH), false));
    }

    private String nextMark() {
        return "mark-%05d".formatted(told.size() + 1);
    }

    private String somebody() {
        return any(people);
    }

    private AccountId someone() {
        return random.nextBoolean() ? Town.ADA : Town.JUNO;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String name(AccountId account) {
        return town.bot(account).name();
    }
}
