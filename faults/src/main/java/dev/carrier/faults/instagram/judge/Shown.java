package dev.carrier.faults.instagram.judge;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Place;
import dev.carrier.faults.instagram.Audience;
import dev.carrier.faults.instagram.Inbox;
import dev.carrier.faults.instagram.Line;
import dev.carrier.faults.instagram.Studio;
import dev.carrier.sandbox.SeenComment;
import dev.carrier.sandbox.SeenDm;
import java.util.ArrayList;
import java.util.List;

/** What stands on Instagram in the accounts' names, written by a machine. Stateless. */
public final class Shown {
    private Shown() {}

    /**
     * A comment or a message of a character.
     *
     * @param echoed whether Instagram tells the account of it; not below a stranger's post
     */
    public record Answer(AccountId by, ConversationId in, String id, String text, boolean echoed) {
        /** Whether this is (also) an answer to that line. */
        public boolean saw(Line line) {
            return in.equals(line.in()) && text.contains(line.mark());
        }

        /** The event that comes back of it. */
        public EventId event() {
            return EventId.said("instagram", id);
        }
    }

    /** All of them, by place and in Instagram's order. */
    public static List<Answer> answers(Studio studio, Audience audience) {
        List<Answer> answers = new ArrayList<>();
        for (String media : audience.media()) {
            for (SeenComment comment : studio.instagram().comments(media)) {
                for (AccountId account : Studio.ACCOUNTS) {
                    if (comment.by().equals(studio.of(account).id())) {
                        String root = comment.parent().orElse(comment.id());
                        answers.add(
                                new Answer(
                                        account,
                                        Place.instagramComments(root),
                                        comment.id(),
                                        comment.text(),
                                        audience.isOurs(media)));
                    }
                }
            }
        }
        for (Inbox inbox : audience.inboxes()) {
            for (SeenDm dm : studio.instagram().thread(inbox.owner(), inbox.person())) {
                if (dm.via().equals("api")) {
                    answers.add(
                            new Answer(
                                    inbox.account(),
                                    inbox.conversation(),
                                    dm.mid(),
                                    dm.text(),
                                    true));
                }
            }
        }
        return answers;
    }

    /** Lines that call somebody who has not said anything to them. */
    public static List<String> unanswered(List<Line> lines, List<Answer> answers) {
        List<String> lost = new ArrayList<>();
        for (Line line : lines) {
            for (AccountId account : line.must()) {
                if (answers.stream().noneMatch(it -> it.by().equals(account) && it.saw(line))) {
                    lost.add(line + " by " + account);
                }
            }
        }
        return lost;
    }
}
