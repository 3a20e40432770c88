package dev.carrier.responder.discord;

import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;

/** Channels by place; a DM is opened by its partner. */
final class Channels {
    private Channels() {}

    /**
     * The channel to speak in; may ask Discord.
     *
     * @throws Refusals.NoChannel when this session knows none
     */
    static MessageChannel of(JDA jda, Place place) {
        if (place.kind() == PlaceKind.DM) {
            String user =
                    place.partner()
                            .map(PersonId::value)
                            .map(value -> value.substring(value.lastIndexOf(':') + 1))
                            .orElseThrow(() -> new Refusals.NoChannel("a DM without a partner"));
            return jda.openPrivateChannelById(user).complete();
        }
        MessageChannel channel = jda.getChannelById(MessageChannel.class, place.channel());
        if (channel == null) {
            throw new Refusals.NoChannel("no such channel, or not ours to see (10003)");
        }
        return channel;
    }
}
