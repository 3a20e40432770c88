package dev.carrier.sandbox.discord.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server. Mutable; guarded by its {@link World}. */
public final class Guild {
    private final long id;
    private final String name;
    private final long owner;
    private final Map<Long, Role> roles = new LinkedHashMap<>();
    private final Map<Long, Member> members = new LinkedHashMap<>();
    private boolean available = true;

    Guild(long id, String name, long owner) {
        this.id = id;
        this.name = name;
        this.owner = owner;
        roles.put(id, new Role(id, "@everyone", Permission.EVERYONE));
    }

    /** Its snowflake. */
    public long id() {
        return id;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The user who owns it. */
    public long owner() {
        return owner;
    }

    /** False while Discord has an outage that concerns it: nobody is told of what happens in it. */
    public boolean available() {
        return available;
    }

    void available(boolean value) {
        available = value;
    }

    /** All roles, everyone's first. */
    public List<Role> roles() {
        return List.copyOf(roles.values());
    }

    /** The role with this id. */
    public Optional<Role> role(long role) {
        return Optional.ofNullable(roles.get(role));
    }

    /** All members in the order in which they joined. */
    public List<Member> members() {
        return List.copyOf(members.values());
    }

    /** The member with this user id. */
    public Optional<Member> member(long user) {
        return Optional.ofNullable(members.get(user));
    }

    void add(Role role) {
        roles.put(role.id(), role);
    }

    void add(Member member) {
        members.put(member.user().id(), member);
    }

    void remove(long user) {
        members.remove(user);
    }

    void give(long user, long role) {
        member(user)
                .ifPresent(member -> {
                    var all = new ArrayList<>(member.roles());
                    all.add(role);
                    add(member.with(List.copyOf(all)));
                });
    }

    void take(long user, long role) {
        member(user)
                .ifPresent(member ->
                        add(
                                member.with(
                                        member.roles().stream()
                                                .filter(one -> one != role)
                                                .toList())));
    }
}
