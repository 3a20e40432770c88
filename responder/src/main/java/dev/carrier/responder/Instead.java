package dev.carrier.responder;

import dev.carrier.contracts.Ids;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.runtime.dispatch.Leash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says a part without its files, where none may be sent: in several messages, each sent as
 * carefully as any part, with an id of its own that is derived from the part's.
 */
final class Instead {
    private final Sending sending;

    Instead(Sending sending) {
        this.sending = sending;
    }

    /**
     * How it ended, and what stands there.
     *
     * @param ending of the first message; accepted even where a later one was refused
     */
    record Said(Sending.Ending ending, String text) {}

    Said say(Response.Say part, Speaks speaks, Leash leash) throws InterruptedException {
        List<String> said = new ArrayList<>();
        Optional<Sending.Ending> first = Optional.empty();
        for (String text : part.instead().orElse(List.of())) {
            Sending.Ending ending = sending.say(message(part, text, said.size()), speaks, leash);
            if (ending instanceof Sending.Ending.Abandoned
                    || ending instanceof Sending.Ending.PutBack) {
                return new Said(ending, "");
            }
            first = first.or(() -> Optional.of(ending));
            if (ending instanceof Sending.Ending.Refused) {
                break;
            }
            said.add(text);
        }
        return new Said(
                first.orElse(new Sending.Ending.Refused("nothing to say instead")),
                String.join("\n", said));
    }

    private static Response.Say message(Response.Say part, String text, int number) {
        String id = Ids.derive("r", part.id().value(), "instead", Integer.toString(number));
        return new Response.Say(
                new ResponseId(id),
                part.turn(),
                part.in(),
                part.account(),
                part.part(),
                part.parts(),
                text,
                number == 0 ? part.replyTo() : Optional.empty(),
                part.after(),
                part.decidedAt(),
                part.notAfter(),
                Optional.empty(),
                Optional.empty(),
                part.thread(),
                part.ping(),
                Optional.empty());
    }
}
