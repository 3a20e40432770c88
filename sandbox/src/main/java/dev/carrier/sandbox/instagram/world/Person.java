package dev.carrier.sandbox.instagram.world;

/**
 * Somebody on Instagram.
 *
 * @param id their Instagram-scoped id; here the same for all accounts
 * @param username without an @
 * @param name what they are called on their profile
 * @param reachable false: they have blocked messages, or are gone
 */
public record Person(String id, String username, String name, boolean reachable) {
    /** As the author of what they write. */
    public Author author() {
        return new Author(id, username);
    }

    Person reachable(boolean value) {
        return new Person(id, username, name, value);
    }
}
