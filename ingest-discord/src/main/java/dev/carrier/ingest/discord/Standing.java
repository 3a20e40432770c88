package dev.carrier.ingest.discord;

import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;

/** What an account knows of servers and people beyond the message at hand. */
interface Standing {
    /** Whether the server belongs to the owner of the account's application. */
    boolean owned(Guild guild);

    /** Whether the person is a member of a server that the application's owner owns. */
    boolean memberOfOwned(long person) throws InterruptedException;

    /** The person in the server; asked of Discord at most once in a while. */
    Optional<Member> member(Guild guild, long person) throws InterruptedException;
}
