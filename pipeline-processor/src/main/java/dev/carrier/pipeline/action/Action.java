package dev.carrier.pipeline.action;

import java.util.Optional;

/** Something that a character may do. Each knows how a model asks for it. Stateless. */
interface Action {
    /** What the completion asks for; empty when it does not ask for this action. */
    Optional<Intent> take(Completion completion);
}
