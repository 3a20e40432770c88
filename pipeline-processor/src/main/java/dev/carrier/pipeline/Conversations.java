package dev.carrier.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Unreadable;
import dev.carrier.pipeline.state.Conversation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversations of a task, in its store. The latest ones are kept beside it as they were before
 * they became bytes, so that they are not read again for each input. For the task's thread only.
 */
final class Conversations {
    private static final int KEPT = 256;
    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<Bytes, Kept> kept = new Latest();

    Conversations(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** A conversation and the very array that the store has of it. */
    private record Kept(Bytes bytes, Conversation conversation) {}

    private static final class Latest extends LinkedHashMap<Bytes, Kept> {
        private static final long serialVersionUID = 1L;

        Latest() {
            super(KEPT, 0.75F, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, Kept> eldest) {
            return size() > KEPT;
        }
    }

    /** The conversation as it stands; an unknown one where nothing is stored. */
    @SuppressWarnings("ReferenceEquality") // that it is the very array is what is asked
    Conversation get(ConversationId in) {
        Bytes key = key(in);
        byte[] stored = store.get(key);
        Kept known = kept.get(key);
        // Another array may have come from the changelog: only the store is to be believed.
        if (known != null && known.bytes.get() == stored) {
            return known.conversation;
        }
        return read(in, stored);
    }

    /** The conversation from now on, with its bytes; forgotten if it is blank. */
    void put(Conversation conversation, Bytes bytes) {
        Bytes key = key(conversation.id());
        if (conversation.blank()) {
            store.delete(key);
            kept.remove(key);
        } else {
            store.put(key, bytes.get());
            kept.put(key, new Kept(bytes, conversation));
        }
    }

    /** What another build left and this one cannot read must not stop the conversation for ever. */
    private static Conversation read(ConversationId in, byte @Nullable [] stored) {
        if (stored == null) {
            return Conversation.unknown(in);
        }
        try {
            return Conversation.read(stored);
        } catch (Unreadable problem) {
            LOG.atError()
                    .addKeyValue("conversation", in)
                    .addKeyValue("reason", problem.getMessage())
                    .log("a conversation's state cannot be read and begins anew");
            return Conversation.unknown(in);
        }
    }

    private static Bytes key(ConversationId in) {
        return Bytes.wrap(in.value().getBytes(UTF_8));
    }
}
