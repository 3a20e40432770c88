package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Memory;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
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

    /**
     * A platform is told something.
     *
     * @param platform which
     */
    record Tell(Response value, String platform, String id, TurnId turn, AccountId account)
            implements Output {
        @Override
        public Topic<?> topic() {
            return Topics.responses(platform);
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
        return tell(say, say.in(), say.id(), say.turn(), say.account());
    }

    /** What is told to who used a command. */
    static Output of(Response.Notice notice) {
        return tell(notice, notice.in(), notice.id(), notice.turn(), notice.account());
    }

    /** A reaction. */
    static Output of(Response.React react) {
        return tell(react, react.in(), react.id(), react.turn(), react.account());
    }

    /** Typing, shown or taken away. */
    static Output of(Response.Typing typing) {
        return tell(typing, typing.in(), typing.id(), typing.turn(), typing.account());
    }

    /** A withdrawal. */
    static Output of(Response.Withdraw withdraw) {
        return tell(withdraw, withdraw.in(), withdraw.id(), withdraw.turn(), withdraw.account());
    }

    /** What is done with somebody's comment. */
    static Output of(Response.Moderate moderate) {
        return tell(moderate, moderate.in(), moderate.id(), moderate.turn(), moderate.account());
    }

    /** A step of publishing. */
    static Output of(Response.Publish publish) {
        return tell(publish, publish.in(), publish.id(), publish.turn(), publish.account());
    }

    private static Output tell(
            Response value, Place in, ResponseId id, TurnId turn, AccountId account) {
        return new Tell(value, in.platform(), id.value(), turn, account);
    }
}
