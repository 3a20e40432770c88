package dev.carrier.responder.media.web;

import dev.carrier.responder.media.ContentName;
import dev.carrier.responder.media.MediaProblem;
import dev.carrier.runtime.SetupProblem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * Where what was put on the host can be fetched, and whether it can: looked at as a stranger, the
 * way Instagram will. Its fetcher follows no redirects to pages, keeps to {@code robots.txt}, and
 * takes only URLs in ASCII (developers.facebook.com, "Content publishing").
 */
public final class PublicUrls {
    /** The name by which Meta's fetcher goes, also in {@code robots.txt}. */
    static final String FETCHER = "facebookexternalhit";

    /** Servers that have rules for the fetcher apply them to this name as well. */
    private static final String AGENT = FETCHER + "/1.1 (checked by Carrier)";

    private static final Set<Integer> HEAD_UNKNOWN = Set.of(405, 501);
    private static final Set<Integer> MAY_PASS = Set.of(404, 408, 425, 429);
    private static final int OK = 200;

    private final URI base;
    private final Duration timeout;
    private final HttpClient client;
    private final HttpClient following;

    /**
     * @param base the public address of the folder, {@code http} or {@code https}
     * @param timeout for each answer
     * @throws SetupProblem when it cannot be one
     */
    public PublicUrls(URI base, Duration timeout) {
        String text = base.toString();
        if (!text.matches("https?://.+") || base.getHost() == null) {
            throw new SetupProblem(
                    "media.url is \"" + text + "\"",
                    "it must be the address, http or https, from which Instagram can fetch the files");
        }
        if (!text.chars().allMatch(one -> one > ' ' && one < 127) || base.getRawQuery() != null) {
            throw new SetupProblem(
                    "media.url is \"" + text + "\"",
                    "Instagram takes only letters of ASCII there, and no question mark");
        }
        this.base = text.endsWith("/") ? base : URI.create(text + "/");
        this.timeout = timeout;
        this.client = client(HttpClient.Redirect.NEVER);
        this.following = client(HttpClient.Redirect.NORMAL);
    }

    private HttpClient client(HttpClient.Redirect redirect) {
        return HttpClient.newBuilder().followRedirects(redirect).connectTimeout(timeout).build();
    }

    /** Of a file on the host. */
    public URI of(String name) {
        return base.resolve(ContentName.checked(name));
    }

    /** Returns when anybody gets this much of this type there, and the fetcher may. */
    public void verify(URI url, long bytes, String contentType)
            throws MediaProblem, InterruptedException {
        allowed(url);
        HttpResponse<Void> answer = asked(url, "HEAD");
        if (HEAD_UNKNOWN.contains(answer.statusCode())) {
            answer = asked(url, "GET");
        }
        expect(url, answer, bytes, contentType);
    }

    private static void expect(URI url, HttpResponse<?> answer, long bytes, String contentType)
            throws MediaProblem {
        int status = answer.statusCode();
        if (status / 100 == 3) {
            throw MediaProblem.person(
                    url
                            + " redirects to "
                            + answer.headers().firstValue("location").orElse("somewhere else")
                            + ": set media.url to where the file itself is");
        }
        if (status == 401 || status == 403) {
            throw MediaProblem.person(
                    url
                            + " is not for everybody (status "
                            + status
                            + "): Instagram must get it without a login, a firewall's question or a cookie");
        }
        if (status != OK) {
            String sentence = url + " answers with status " + status + " where the file should be";
            throw MAY_PASS.contains(status) || status >= 500
                    ? MediaProblem.again(sentence)
                    : MediaProblem.person(sentence);
        }
        String type = answer.headers().firstValue("content-type").orElse("none");
        if (!bare(type).equals(contentType)) {
            throw MediaProblem.person(
                    url
                            + " is served as "
                            + type
                            + " and should be "
                            + contentType
                            + ": check the types that the web server knows, and that media.url is the folder of the uploads");
        }
        long length = answer.headers().firstValueAsLong("content-length").orElse(-1);
        if (length != bytes) {
            throw MediaProblem.again(
                    url
                            + (length < 0 ? " does not say its size" : " has " + length + " bytes")
                            + " and should have "
                            + bytes);
        }
    }

    private void allowed(URI url) throws MediaProblem, InterruptedException {
        URI robots = url.resolve("/robots.txt");
        HttpResponse<String> answer = robots(robots);
        int status = answer.statusCode();
        if (status >= 500) {
            throw MediaProblem.again(
                    robots + " answers with status " + status + ", and fetchers keep away then");
        }
        if (status == OK && !Robots.allow(answer.body(), FETCHER, url.getRawPath())) {
            throw MediaProblem.person(
                    robots + " forbids " + FETCHER + " to fetch " + url + ": allow it there");
        }
    }

    /** The one page that may redirect (RFC 9309, section 2.3.1.2). */
    private HttpResponse<String> robots(URI at) throws MediaProblem, InterruptedException {
        try {
            return following.send(request(at).GET().build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw unreachable(at, e);
        }
    }

    private HttpResponse<Void> asked(URI url, String method)
            throws MediaProblem, InterruptedException {
        try {
            var request = request(url).method(method, BodyPublishers.noBody()).build();
            return client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw unreachable(url, e);
        }
    }

    private HttpRequest.Builder request(URI url) {
        return HttpRequest.newBuilder(url).timeout(timeout).header("User-Agent", AGENT);
    }

    private static MediaProblem unreachable(URI url, IOException e) {
        return MediaProblem.again(
                url + " cannot be reached from here: " + e.getClass().getSimpleName(), e);
    }

    private static String bare(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
