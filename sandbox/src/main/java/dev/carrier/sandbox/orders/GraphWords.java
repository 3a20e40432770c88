package dev.carrier.sandbox.orders;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What the Graph API says with its error codes. Clients go by the codes; the words are for people.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes">Error
 *     codes</a>
 */
final class GraphWords {
    private static final String METHOD = "GraphMethodException";
    private static final String OAUTH = "OAuthException";

    private static final Map<String, String> BY_SUBCODE =
            Map.ofEntries(
                    Map.entry("-1/2207001", "Instagram server error. Try again."),
                    Map.entry("-1/2207032", "Create media fail, please try to re-create media."),
                    Map.entry("-1/2207053", "Unknown upload error."),
                    Map.entry("-2/2207003", "It takes too long to download the media. Timed out."),
                    Map.entry("-2/2207020", "The media you are trying to access has expired."),
                    Map.entry("1/1357046", "An unknown error has occurred."),
                    Map.entry("1/2207057", "Thumbnail offset must be greater than or equal to 0."),
                    Map.entry("4/2207051", "Application request limit reached. Action is blocked."),
                    Map.entry("9/2207042", "Application has reached the maximum number of posts."),
                    Map.entry("100/2018047", "Upload attachment failure."),
                    Map.entry("9004/2207052", "Only photo or video can be accepted as media type."),
                    Map.entry("9007/2207027", "Media ID is not available. Please wait a moment."),
                    Map.entry("24/2207006", "The media with that id cannot be found."),
                    Map.entry("24/2207008", "The media builder with that id does not exist."),
                    Map.entry("25/2207050", "The Instagram account is restricted."),
                    Map.entry("36000/2207004", "The image size is too large."),
                    Map.entry("36001/2207005", "The image format is not supported."),
                    Map.entry("36003/2207009", "The aspect ratio is not supported."),
                    Map.entry("36004/2207010", "The caption is too long."),
                    Map.entry("352/2207026", "The video format is not supported."),
                    Map.entry("10/2534022", "This message is sent outside of allowed window."),
                    Map.entry("100/2207018", "A collaborator is not possible, or one too many."),
                    Map.entry("100/2207023", "The media type is unknown."),
                    Map.entry("100/2207028", "A carousel needs 2 to 10 photos or videos."),
                    Map.entry("100/2207040", "Cannot use more than 20 tags per created media."),
                    Map.entry("100/2534014", "The requested user cannot be found."),
                    Map.entry("200/2534041", "The account does not allow access to its messages."),
                    Map.entry("613/2534040", "Calls to this API have exceeded the rate limit."),
                    Map.entry("190/458", "The user has not authorized application."),
                    Map.entry("190/459", "The user must log in to www.instagram.com."),
                    Map.entry("190/460", "The session was invalidated: the password changed."),
                    Map.entry("190/463", "Error validating access token: Session has expired."),
                    Map.entry("190/464", "Sessions are not allowed: user is not confirmed."),
                    Map.entry("190/467", "The access token is invalid since the user logged out."),
                    Map.entry("190/492", "The user must be an administrator or editor."));

    private static final Map<Integer, String> BY_CODE =
            Map.ofEntries(
                    Map.entry(1, "An unknown error occurred"),
                    Map.entry(2, "Service temporarily unavailable"),
                    Map.entry(3, "Application does not have the capability to make this API call."),
                    Map.entry(4, "Application request limit reached"),
                    Map.entry(10, "Application does not have permission for this action"),
                    Map.entry(17, "User request limit reached"),
                    Map.entry(32, "Page request limit reached"),
                    Map.entry(100, "Invalid parameter"),
                    Map.entry(102, "Session key invalid or no longer valid"),
                    Map.entry(190, "Invalid OAuth 2.0 Access Token"),
                    Map.entry(200, "Permissions error"),
                    Map.entry(341, "Application limit reached"),
                    Map.entry(368, "The action attempted has been deemed abusive or disallowed"),
                    Map.entry(506, "Duplicate status message"),
                    Map.entry(551, "This person isn't available right now."),
                    Map.entry(613, "Calls to this api have exceeded the rate limit."),
                    Map.entry(80001, "There have been too many calls to this Page account."),
                    Map.entry(80002, "There have been too many calls to this Instagram account."));

    private GraphWords() {}

    /** What is said with an error. */
    record Words(String message, String type, String title) {}

    static Words of(int code, OptionalInt subcode) {
        if (code == 100 && subcode.equals(OptionalInt.of(33))) {
            return new Words(
                    "Unsupported get request. Object does not exist, cannot be loaded due to missing"
                            + " permissions, or does not support this operation",
                    METHOD,
                    "Unsupported request");
        }
        var general = BY_CODE.getOrDefault(code, "An error was ordered");
        var message =
                subcode.isPresent()
                        ? BY_SUBCODE.getOrDefault(code + "/" + subcode.getAsInt(), general)
                        : general;
        return new Words(
                code > 0 ? "(#" + code + ") " + message : message, OAUTH, "The request failed");
    }

    /** 403 for what is not permitted and for the app's limit; the rest is 400. */
    static int status(int code) {
        return code == 3 || code == 4 || code == 10 || (code >= 200 && code < 300)
                ? 403
                : code == 1 || code == 2 ? 500 : 400;
    }
}
