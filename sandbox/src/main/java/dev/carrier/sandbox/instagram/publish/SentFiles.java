package dev.carrier.sandbox.instagram.publish;

import dev.carrier.sandbox.instagram.publish.Fetcher.Fetched;
import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.Setting;
import dev.carrier.sandbox.instagram.world.World;
import java.net.URI;
import java.util.Set;
import java.util.UUID;

/**
 * Files that an account sends in direct messages: fetched while they are sent, as media of posts
 * are, and kept as copies, since where they came from may be gone at once. Safe for use by many
 * threads.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api">what
 *     is taken</a>
 */
public final class SentFiles {
    private static final Set<String> IMAGES = Set.of("image/png", "image/jpeg", "image/gif");
    private static final int IMAGE = 8 << 20;
    private static final int OTHERS = 25 << 20;

    private final World world;
    private final Library library;
    private final Fetcher fetcher;

    SentFiles(World world, Library library, Fetcher fetcher) {
        this.world = world;
        this.library = library;
        this.fetcher = fetcher;
    }

    /**
     * Fetches a file now. Blocks.
     *
     * @param type image, video, audio or file
     * @param base under which this Instagram was called
     * @return where the copy is
     * @throws Rejected 100/2018047 when it cannot be fetched or is not taken
     */
    public String fetch(Account account, String type, URI url, String base) {
        Fetched fetched =
                fetcher.fetch(
                        account.username(),
                        url,
                        world.settings().time(Setting.FETCH_PATIENCE),
                        content -> isTaken(type, content));
        int most = type.equals("image") ? IMAGE : OTHERS;
        if (fetched.fault().isPresent() || fetched.bytes().length > most) {
            throw FormReader.rejected(Fault.NOT_SENT);
        }
        var id = UUID.randomUUID().toString();
        library.keep(id, fetched.type(), fetched.bytes());
        return library.address(base, id).orElseThrow();
    }

    private static boolean isTaken(String type, String content) {
        return switch (type) {
            case "image" -> IMAGES.contains(content);
            case "video" -> content.startsWith("video/");
            case "audio" -> content.startsWith("audio/") || content.equals("video/mp4");
            default -> content.equals("application/pdf");
        };
    }
}
