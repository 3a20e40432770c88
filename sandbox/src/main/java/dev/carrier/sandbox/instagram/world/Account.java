package dev.carrier.sandbox.instagram.world;

/**
 * A professional account that an app may act for.
 *
 * @param id its Instagram id: {@code user_id} of {@code GET /me}, {@code entry.id} of webhooks
 * @param appScoped {@code id} of {@code GET /me}; paths take it as well
 * @param selfScoped its own Instagram-scoped id, by which other accounts know it
 * @param username without an @
 * @param name what it is called on its profile
 * @param type BUSINESS or MEDIA_CREATOR
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/get-started">Get
 *     started</a>
 */
public record Account(
        String id, String appScoped, String selfScoped, String username, String name, String type) {
    /** As the author of what it writes. */
    public Author author() {
        return new Author(id, username);
    }
}
