package dev.carrier.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Address;
import dev.carrier.contracts.Admitted;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Policy;
import dev.carrier.runtime.settings.PolicyMaker;
import dev.carrier.runtime.settings.SettingsLoader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Of whom and of what places nothing is remembered, whatever they say to a character. */
class WhatToRememberTest {
    private static final AccountId ADA = new AccountId("ada");
    private static final PersonId BO = new PersonId("discord:user:9");

    @Test
    void nothingIsRememberedWhereNobodyIsAnswered() {
        assertThat(remembers("", mention("5"))).isTrue();
        assertThat(remembers("{ in: 'channel:7', answer: never }", mention("5"))).isFalse();
        assertThat(remembers("{ in: 'channel:8', answer: never }", mention("5"))).isTrue();
        assertThat(remembers("{ in: 'guild:1', answer: listen }", mention("5"))).isTrue();
    }

    @Test
    void nothingIsRememberedOfWhoIsMuted() {
        assertThat(remembers("{ in: 'role:5', answer: never }", mention("5"))).isFalse();
        assertThat(remembers("{ in: 'role:5', answer: never }", mention("6"))).isTrue();
        assertThat(remembers("{ in: 'role:5', answer: listen }", mention("5"))).isTrue();
    }

    @Test
    void aRoleIsHeardWhereTheDefaultSaysNeverButNotWhereAPlaceDoes() {
        String vip = "{ in: 'role:5', answer: mentions }";

        assertThat(remembers(policy("answer: never", vip), mention("5"))).isTrue();
        assertThat(remembers(policy("answer: never", vip), mention("6"))).isFalse();
        assertThat(remembers(vip + ", { in: 'channel:7', answer: never }", mention("5"))).isFalse();
    }

    @Test
    void aDmIsRememberedOnlyOfWhomIsLetIn() {
        Policy pairing = policy("dms: pairing", "");
        Policy paired = pairing.withAdmitted(new Admitted(List.of(), List.of(BO), false));

        assertThat(remembers(pairing, dm())).isFalse();
        assertThat(remembers(paired, dm())).isTrue();
        assertThat(remembers(policy("dms: nobody", ""), dm())).isFalse();
        assertThat(remembers(policy("dms: nobody, dmAllow: ['" + BO + "']", ""), dm())).isTrue();
        assertThat(remembers(policy("dms: everyone", ""), dm())).isTrue();
    }

    private static boolean remembers(String rules, Event.Said said) {
        return remembers(policy("answer: mentions", rules), said);
    }

    private static boolean remembers(Policy policy, Event.Said said) {
        return new WhatToRemember(() -> Optional.of(policy))
                .remembers(said, said.heardBy().getFirst());
    }

    private static Policy policy(String ways, String rules) {
        String text = "policy: { default: { %s }, rules: [ %s ] }".formatted(ways, rules);
        return PolicyMaker.make(
                SettingsLoader.parse(text, Map.of(), Map.of()).settings(), Map.of());
    }

    private static Event.Said mention(String role) {
        return said(PlaceKind.CHANNEL, Optional.of("1"), List.of(role));
    }

    private static Event.Said dm() {
        return said(PlaceKind.DM, Optional.empty(), List.of());
    }

    private static Event.Said said(PlaceKind kind, Optional<String> guild, List<String> roles) {
        Place place =
                new Place(
                        Place.discordConversation("7"),
                        "discord",
                        kind,
                        "7",
                        Optional.empty(),
                        Optional.empty(),
                        guild,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var address = new TreeSet<>(List.of(Address.MENTION));
        return new Event.Said(
                EventId.discordSaid("42"),
                Instant.parse("2026-11-22T10:00:00Z"),
                place,
                new Author(BO, "Bo", AuthorKind.PERSON, roles),
                "@Ada hello",
                Optional.empty(),
                List.of(),
                List.of(new Hearing(ADA, false, address, true, true, false)));
    }
}
