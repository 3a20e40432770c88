package dev.carrier.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.ConversationId;
import dev.carrier.pipeline.state.Conversation;
import dev.carrier.pipeline.state.Mark;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class ConversationsTest {
    private static final ConversationId HERE = new ConversationId("discord:channel:1");

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("conversations").get();
    private final Conversations conversations = new Conversations(store);

    private static Conversation at(long sequence) {
        return Conversation.unknown(HERE)
                .recorded(
                        sequence,
                        Instant.parse("2026-03-01T10:00:00Z"),
                        new Mark(0, LocalDate.of(2026, 3, 1), "build"));
    }

    private void put(Conversation conversation) {
        conversations.put(conversation, Bytes.wrap(conversation.bytes()));
    }

    @Test
    void whereNothingIsStoredTheConversationIsUnknown() {
        assertThat(conversations.get(HERE)).isEqualTo(Conversation.unknown(HERE));
    }

    @Test
    void whatWasPutIsGivenAsItIsAndIsInTheStore() {
        Conversation third = at(3);
        put(third);

        assertThat(conversations.get(HERE)).isSameAs(third);
        assertThat(new Conversations(store).get(HERE)).isEqualTo(third);
    }

    @Test
    void whatTheStoreGotFromElsewhereIsBelieved() {
        put(at(3));
        store.put(Bytes.wrap(HERE.value().getBytes(UTF_8)), at(7).bytes());

        assertThat(conversations.get(HERE).sequence()).isEqualTo(7);
    }

    @Test
    void aBlankOneIsForgotten() {
        put(at(3));
        put(Conversation.unknown(HERE));

        assertThat(store.all().hasNext()).isFalse();
        assertThat(conversations.get(HERE).blank()).isTrue();
    }

    @Test
    void whatCannotBeReadBeginsAnew() {
        store.put(Bytes.wrap(HERE.value().getBytes(UTF_8)), "{\"id\":".getBytes(UTF_8));

        assertThat(conversations.get(HERE)).isEqualTo(Conversation.unknown(HERE));
    }
}
