package dev.carrier.sandbox.instagram.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Direct messages. Safe for use by many threads, under the world's monitor. */
public final class Inbox {
    private final World world;
    private final Map<String, DmThread> threads = new LinkedHashMap<>();
    private final Map<String, List<String>> order = new LinkedHashMap<>();
    private final Map<String, Dm> messages = new LinkedHashMap<>();

    /** Nothing said yet in {@code world}. */
    public Inbox(World world) {
        this.world = world;
    }

    /** The conversation of the two; a new one if there is none. */
    public DmThread thread(Account account, Author person) {
        synchronized (world) {
            return find(account, person.id())
                    .orElseGet(() -> {
                        var made = new DmThread(world.ids().conversation(), account, person);
                        threads.put(made.id(), made);
                        order.put(made.id(), new ArrayList<>());
                        return made;
                    });
        }
    }

    /** The conversation of the two, if there is one. */
    public Optional<DmThread> find(Account account, String person) {
        synchronized (world) {
            return threads.values().stream()
                    .filter(it -> it.account().id().equals(account.id()))
                    .filter(it -> it.person().id().equals(person))
                    .findFirst();
        }
    }

    /** The conversation with this id. */
    public Optional<DmThread> thread(String id) {
        synchronized (world) {
            return Optional.ofNullable(threads.get(id));
        }
    }

    /** Those of an account, the one with the newest message first. */
    public List<DmThread> of(Account account) {
        synchronized (world) {
            return threads.values().stream()
                    .filter(it -> it.account().id().equals(account.id()))
                    .sorted(Comparator.comparing(this::updated).reversed())
                    .toList();
        }
    }

    /** When the newest message of a thread was written. */
    public Instant updated(DmThread thread) {
        var all = messages(thread);
        return all.isEmpty() ? Instant.EPOCH : all.getLast().at();
    }

    /** Writes a message. */
    public Dm write(DmThread thread, Dm.Via via, Words words) {
        synchronized (world) {
            var by = via == Dm.Via.PERSON ? thread.person() : thread.account().author();
            var dm =
                    new Dm(
                            world.ids().message(thread.account().id()),
                            thread,
                            by,
                            via,
                            words,
                            world.clock().instant(),
                            Map.of(),
                            0,
                            false);
            messages.put(dm.mid(), dm);
            order.computeIfAbsent(thread.id(), _ -> new ArrayList<>()).add(dm.mid());
            world.tell(new Happening.Messaged(dm));
            return dm;
        }
    }

    /** The author changes what a message says. */
    public void edit(Dm dm, String text) {
        synchronized (world) {
            world.tell(new Happening.Edited(put(dm.edited(text))));
        }
    }

    /** The author unsends a message. */
    public void unsend(Dm dm) {
        synchronized (world) {
            world.tell(new Happening.Unsent(put(dm.unsent())));
        }
    }

    /** Somebody reacts to a message; without an emoji they take it back. */
    public void react(Dm dm, Author by, Optional<String> emoji) {
        synchronized (world) {
            world.tell(new Happening.Reacted(put(dm.reacted(by.id(), emoji)), by, emoji));
        }
    }

    /** The person reads everything; nothing happens where the account has written nothing. */
    public void read(DmThread thread) {
        synchronized (world) {
            messages(thread).stream()
                    .filter(it -> it.ours() && !it.deleted())
                    .reduce((_, later) -> later)
                    .ifPresent(it -> world.tell(new Happening.Read(it)));
        }
    }

    /** The account shows that it types, or no more. */
    public void typing(DmThread thread, boolean on) {
        synchronized (world) {
            world.tell(new Happening.Typing(thread, on));
        }
    }

    /** The account has read the thread. */
    public void seen(DmThread thread) {
        synchronized (world) {
            world.tell(new Happening.Seen(thread));
        }
    }

    private Dm put(Dm changed) {
        messages.put(changed.mid(), changed);
        return changed;
    }

    /** The message with this id, be it unsent. */
    public Optional<Dm> message(String mid) {
        synchronized (world) {
            return Optional.ofNullable(messages.get(mid));
        }
    }

    /** Everything in a thread, also what was unsent, oldest first. */
    public List<Dm> messages(DmThread thread) {
        synchronized (world) {
            return order.getOrDefault(thread.id(), List.of()).stream()
                    .map(messages::get)
                    .filter(java.util.Objects::nonNull)
                    .toList();
        }
    }

    /** What is listed of a thread: everything that was not unsent, newest first. */
    public List<Dm> listed(DmThread thread) {
        return messages(thread).stream().filter(it -> !it.deleted()).toList().reversed();
    }

    /** Whether a message is among the newest, whose text can still be read. */
    public boolean readable(Dm dm) {
        return listed(dm.thread()).stream()
                .limit(world.settings().number(Setting.READABLE_MESSAGES))
                .anyMatch(it -> it.mid().equals(dm.mid()));
    }

    /** When the person wrote last. */
    public Optional<Instant> lastOfPerson(DmThread thread) {
        synchronized (world) {
            return messages(thread).stream()
                    .filter(it -> !it.ours())
                    .map(Dm::at)
                    .reduce((_, later) -> later);
        }
    }
}
