package dev.carrier.faults.instagram.harm;

import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.OrdersClient.Draft;
import dev.carrier.sandbox.SignalsClient.Seen;

/**
 * Moments in a post's life at which its responder dies: each is a request by which a step begins,
 * held before it is executed, or after it was and before the responder is told so.
 */
public enum Moment {
    BEFORE_UPLOAD("before a file is uploaded", "media.ftp", "STOR", "", "", "received"),
    RENAMED("a file has its final name", "media.ftp", "RNTO", "", "", "before-answer"),
    BEFORE_LOOK("before the address is looked at", "media.web", "HEAD", "", "", "received"),
    BEFORE_QUOTA(
            "before the quota is asked for",
            "instagram.graph",
            "GET",
            "content_publishing_limit$",
            "",
            "received"),
    BEFORE_CONTAINER(
            "before a container is made", "instagram.graph", "POST", "/media$", "", "received"),
    CONTAINER_MADE(
            "a container is made", "instagram.graph", "POST", "/media$", "", "before-answer"),
    BEFORE_POLL(
            "before a container is looked at",
            "instagram.graph",
            "GET",
            "/\\d+$",
            "status_code",
            "received"),
    BEFORE_PUBLISH(
            "before it goes out", "instagram.graph", "POST", "/media_publish$", "", "received"),
    PUBLISHED("it is out", "instagram.graph", "POST", "/media_publish$", "", "before-answer"),
    BEFORE_PERMALINK(
            "before its address is asked for",
            "instagram.graph",
            "GET",
            "/\\d+$",
            "permalink",
            "received"),
    BEFORE_CLEAN_UP("before files are taken away", "media.ftp", "DELE", "", "", "received"),
    CLEANED_UP("a file is taken away", "media.ftp", "DELE", "", "", "before-answer");

    private final String words;
    private final String where;
    private final String method;
    private final String path;
    private final String contains;
    private final String point;

    Moment(String words, String where, String method, String path, String contains, String point) {
        this.words = words;
        this.where = where;
        this.method = method;
        this.path = path;
        this.contains = contains;
        this.point = point;
    }

    /** The moment in words. */
    public String words() {
        return words;
    }

    /** Every such request stops at this moment from now on, until it is released. */
    OrdersClient.Given hold(OrdersClient orders) {
        Draft draft = orders.at(where).method(method).times(-1);
        if (!path.isEmpty()) {
            draft.path(path);
        }
        if (!contains.isEmpty()) {
            draft.contains(contains);
        }
        return draft.hold(point);
    }

    /** Whether this is such a request, stopped. */
    boolean is(Seen seen) {
        return seen.where().equals(where)
                && seen.point().equals(point)
                && seen.method().equals(method)
                && (path.isEmpty() || seen.path().matches(".*" + path))
                && (contains.isEmpty() || seen.excerpt().contains(contains));
    }
}
