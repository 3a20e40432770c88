package dev.carrier.sandbox.instagram.graph;

import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists in pages with cursors. Stateless.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/results">Paginated results</a>
 */
public final class Paging {
    private Paging() {}

    /**
     * Which part of a list.
     *
     * @param limit how many at most
     * @param after the cursor after which it begins
     * @param before the cursor before which it ends
     */
    public record Wish(int limit, Optional<String> after, Optional<String> before) {
        /** What {@code call} wants; {@code most} is the largest page. */
        public static Wish of(Call call, int usual, long most) {
            return of(call.asked("limit"), call.asked("after"), call.asked("before"), usual, most);
        }

        /** What an expanded field wants. */
        public static Wish of(Fields.Field field, int usual, long most) {
            var given = field.arguments();
            return of(
                    given(given, "limit"),
                    given(given, "after"),
                    given(given, "before"),
                    usual,
                    most);
        }

        private static Optional<String> given(Map<String, String> arguments, String name) {
            return Optional.ofNullable(arguments.get(name));
        }

        private static Wish of(
                Optional<String> limit,
                Optional<String> after,
                Optional<String> before,
                int usual,
                long most) {
            var number =
                    limit.filter(it -> it.matches("\\d{1,6}")).map(Integer::parseInt).orElse(usual);
            return new Wish(
                    (int) Math.max(1, Math.min(number, most)),
                    after.map(Paging::id),
                    before.map(Paging::id));
        }
    }

    /**
     * The page as JSON: {@code data}, and {@code paging} with {@code next} only where there is
     * more.
     *
     * @param edge the path of the list, such as {@code 1790…/comments}
     * @param id what tells one entry from another
     */
    public static <N> ObjectNode page(
            Call call,
            String edge,
            List<N> all,
            Wish wish,
            Function<N, String> id,
            Function<N, ? extends JsonNode> write) {
        var from = wish.after().map(it -> index(all, id, it) + 1).orElse(0);
        var to = Math.min(all.size(), from + wish.limit());
        if (wish.before().isPresent()) {
            to = index(all, id, wish.before().get());
            from = Math.max(0, to - wish.limit());
        }
        var part = all.subList(from, to);
        var node = Json.object();
        var data = node.putArray("data");
        part.forEach(it -> data.add(write.apply(it)));
        if (!part.isEmpty()) {
            var paging = node.putObject("paging");
            var before = cursor(id.apply(part.getFirst()));
            var after = cursor(id.apply(part.getLast()));
            paging.putObject("cursors").put("before", before).put("after", after);
            if (to < all.size()) {
                paging.put("next", url(call, edge, wish.limit()) + "&after=" + after);
            }
            if (from > 0) {
                paging.put("previous", url(call, edge, wish.limit()) + "&before=" + before);
            }
        }
        return node;
    }

    private static String url(Call call, String edge, int limit) {
        return call.base()
                + edge
                + "?access_token="
                + encoded(call.token())
                + call.asked("fields").map(it -> "&fields=" + encoded(it)).orElse("")
                + "&limit="
                + limit;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static <N> int index(List<N> all, Function<N, String> id, String wanted) {
        for (var i = 0; i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(wanted)) {
                return i;
            }
        }
        throw Rejected.parameter("Invalid cursors values");
    }

    private static String cursor(String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("QVFI" + id).getBytes(StandardCharsets.UTF_8));
    }

    private static String id(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return text.startsWith("QVFI") ? text.substring(4) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
