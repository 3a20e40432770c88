package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Memory;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.SettingsVersion;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Travels;
import dev.carrier.contracts.TurnId;

/** What a conversation tells the outside. */
public sealed interface Output {
    /** Where it goes. */
    Topic<?> topic();

    /** What goes there. */
    Travels value();

    /** The id of the step, response or memory. */
    String id();

    /** A turn asks for something. */
    record Ask(Step value, String id, TurnId turn, AccountId account) implements Output {
        @Override
        public Topic<?> topic() {
            return Topics.STEPS;
        }
    }

    /** A platform is told something. */
    record Tell(Response value, String id, TurnId turn, AccountId account) implements Output {
        @Override
        public Topic<?> topic() {
            return Topics.RESPONSES_DISCORD;
        }
    }

    /** Memory is told something. */
    record Remember(Memory value, String id) implements Output {
        @Override
        public Topic<?> topic() {
            return Topics.MEMORIES;
        }
    }

    /** Whoever operates is told something. */
    record Note(SettingsVersion value, String id) implements Output {
        @Override
        public Topic<?> topic() {
            return Topics.SETTINGS;
        }
    }

    /** Somebody asks to be let in. */
    static Output of(SettingsVersion.Asked asked) {
        return new Note(asked, asked.code());
    }

    /** A thought. */
    static Output of(Step.Think think) {
        return new Ask(think, think.id().value(), think.turn(), think.account());
    }

    /** A call of a tool. */
    static Output of(Step.Call call) {
        return new Ask(call, call.id().value(), call.turn(), call.account());
    }

    /** A part of a reply. */
    static Output of(Response.Say say) {
        return new Tell(say, say.id().value(), say.turn(), say.account());
    }

    /** What is told to who used a command. */
    static Output of(Response.Notice notice) {
        return new Tell(notice, notice.id().value(), notice.turn(), notice.account());
    }

    /** A reaction. */
    static Output of(Response.React react) {
        return new Tell(react, react.id().value(), react.turn(), react.account());
    }

    /** Typing, shown or taken away. */
    static Output of(Response.Typing typing) {
        return new Tell(typing, typing.id().value(), typing.turn(), typing.account());
    }

    /** A withdrawal. */
    static Output of(Response.Withdraw withdraw) {
        return new Tell(withdraw, withdraw.id().value(), withdraw.turn(), withdraw.account());
    }
}
