package dev.carrier.cli.demo;

import dev.carrier.sandbox.SeenMessage;
import java.util.List;

/**
 * What the script says of messages that people wrote together.
 *
 * @param said the messages, oldest first
 * @param by the account that must answer them, with one answer; empty where nobody may
 * @param how with words, with a reaction, or not at all
 * @param measured nothing was made to fail or to wait, so its time counts
 * @param direct said in a direct message: one account alone hears it
 */
record Expected(List<SeenMessage> said, String by, How how, boolean measured, boolean direct) {
    /** How a message is to be met. */
    enum How {
        ANSWER,
        REACTION,
        SILENCE
    }

    static Expected answer(String by, List<SeenMessage> said) {
        return new Expected(said, by, How.ANSWER, true, false);
    }

    static Expected reaction(String by, SeenMessage said) {
        return new Expected(List.of(said), by, How.REACTION, false, false);
    }

    static Expected silence(SeenMessage said) {
        return new Expected(List.of(said), "", How.SILENCE, false, false);
    }

    Expected unmeasured() {
        return new Expected(said, by, how, false, direct);
    }

    Expected inDirect() {
        return new Expected(said, by, how, measured, true);
    }

    SeenMessage last() {
        return said.getLast();
    }

    boolean isAbout(SeenMessage message) {
        return message.replyTo()
                .filter(target -> said.stream().anyMatch(one -> one.id().equals(target)))
                .isPresent();
    }
}
