package dev.carrier.pipeline.state;

import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.Result;

/** What a conversation can be told. */
public sealed interface Input {
    /** Its name in the journal. */
    String kind();

    /** Something happened on a platform. */
    record Heard(Event event) implements Input {
        @Override
        public String kind() {
            return "heard";
        }
    }

    /** A model answered. */
    record Thought(Result.Thought result) implements Input {
        @Override
        public String kind() {
            return "thought";
        }
    }

    /** A tool answered, or something of a kind that this build does not know came back. */
    record Returned(Result result) implements Input {
        @Override
        public String kind() {
            return "returned";
        }
    }

    /** A step failed for good. */
    record Failed(Result.Failed result) implements Input {
        @Override
        public String kind() {
            return "failed";
        }
    }

    /** A step is to be asked again later. */
    record Deferred(Result.Deferred result) implements Input {
        @Override
        public String kind() {
            return "deferred";
        }
    }

    /** The platform took or refused a response. */
    record Delivered(dev.carrier.contracts.Delivery delivery) implements Input {
        @Override
        public String kind() {
            return "delivered";
        }
    }

    /** An alarm is due. */
    record Rang(ConversationId in, String alarm, long generation) implements Input {
        @Override
        public String kind() {
            return "rang";
        }
    }

    /**
     * Another version of the policy is in force. Any input brings that with it: a conversation
     * notices before the first one that it handles under the new version. On its own it comes to
     * those in which the new version ends something, so that it ends at once.
     */
    record Changed(PolicyHash version) implements Input {
        @Override
        public String kind() {
            return "changed";
        }
    }

    /** The input that a result is. */
    static Input of(Result result) {
        return switch (result) {
            case Result.Thought thought -> new Thought(thought);
            case Result.Returned returned -> new Returned(returned);
            case Result.Failed failed -> new Failed(failed);
            case Result.Deferred deferred -> new Deferred(deferred);
            case Result.Unknown unknown -> new Returned(unknown);
        };
    }
}
