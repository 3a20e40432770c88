package dev.carrier.contracts;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What memory-service is to keep or to forget. */
public sealed interface Memory extends Travels {

    /**
     * A fact about a person.
     *
     * @param id derived from its sources and text
     * @param account whose memory it is
     * @param about whom it concerns
     * @param in where it was learnt: the audience that may hear it again
     * @param sources the events that it was learnt from
     */
    @Kind("fact.v1")
    record Fact(
            String id,
            AccountId account,
            PersonId about,
            ConversationId in,
            String text,
            List<EventId> sources,
            Instant at)
            implements Memory {}

    /** What a stretch of talk was about, in short. */
    @Kind("summary.v1")
    record Summary(
            String id,
            AccountId account,
            ConversationId in,
            String text,
            EventId from,
            EventId to,
            Instant at)
            implements Memory {}

    /** Everything of a person is to go. */
    @Kind("forget.v1")
    record Forget(String id, PersonId person, String reason, Instant at) implements Memory {}

    /** Of a kind that this build does not know. */
    record Unknown(ObjectNode body) implements Memory, Unread {}
}
