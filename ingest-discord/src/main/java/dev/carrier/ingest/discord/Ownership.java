package dev.carrier.ingest.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.ApplicationInfo;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;

/** Who owns the account's application and who is a member where, asked of Discord. Thread-safe. */
final class Ownership implements Standing {
    private static final Duration MEMBER_FOR = Duration.ofMinutes(10);
    private static final Duration STRANGER_FOR = Duration.ofSeconds(30);
    private static final int AT_MOST = 10_000;

    private final Supplier<JDA> discord;
    private final OwnedElsewhere elsewhere;
    private final InstantSource clock;
    private final Map<Key, Entry> members = new ConcurrentHashMap<>();
    private volatile Set<Long> owners = Set.of();
    private volatile List<Guild> guilds = List.of();

    Ownership(Supplier<JDA> discord, OwnedElsewhere elsewhere, InstantSource clock) {
        this.discord = discord;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /** Asks who owns the application: a person, or the owner of a team. */
    void load() throws InterruptedException {
        owners =
                Asking.patiently("application", () -> discord.get().retrieveApplicationInfo())
                        .map(Ownership::owner)
                        .map(Set::of)
                        .orElse(Set.of());
        tellOthers();
    }

    /** Says to the account's other shards which servers here are the owner's; may block. */
    void tellOthers() {
        if (!owners.isEmpty()) {
            elsewhere.tell(
                    guilds().stream()
                            .filter(this::owned)
                            .map(Guild::getIdLong)
                            .collect(Collectors.toSet()));
        }
    }

    /** Whether that person owns the account's application. */
    boolean isOwner(long person) {
        return owners.contains(person);
    }

    @Override
    public boolean owned(Guild guild) {
        return owners.contains(guild.getOwnerIdLong());
    }

    @Override
    public boolean memberOfOwned(long person) throws InterruptedException {
        for (Guild guild : guilds().stream().filter(this::owned).toList()) {
            if (member(guild, person).isPresent()) {
                return true;
            }
        }
        return elsewhere.hasMember(person);
    }

    /** Between two sessions JDA knows no server, or not all: then those of the one before. */
    private List<Guild> guilds() {
        var jda = discord.get();
        var now = jda.getGuilds();
        if (!now.isEmpty() && (guilds.isEmpty() || jda.getStatus() == JDA.Status.CONNECTED)) {
            guilds = now;
        }
        return guilds;
    }

    @Override
    public Optional<Member> member(Guild guild, long person) throws InterruptedException {
        var key = new Key(guild.getIdLong(), person);
        var now = clock.instant();
        var entry = members.get(key);
        if (entry != null && now.isBefore(entry.until())) {
            return entry.member();
        }
        var asked = Asking.patiently("member", () -> guild.retrieveMemberById(person));
        if (members.size() >= AT_MOST) {
            members.clear();
        }
        members.put(key, new Entry(asked, now.plus(asked.isPresent() ? MEMBER_FOR : STRANGER_FOR)));
        return asked;
    }

    private static long owner(ApplicationInfo application) {
        return Optional.ofNullable(application.getTeam())
                .map(team -> team.getOwnerIdLong())
                .or(() -> Optional.ofNullable(application.getOwner()).map(ISnowflake::getIdLong))
                .orElse(0L);
    }

    private record Key(long guild, long person) {}

    private record Entry(Optional<Member> member, Instant until) {}
}
