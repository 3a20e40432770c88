package dev.carrier.ingest.discord;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;

/** Why Discord could not be reached, in a few words that an operator can use. Pure. */
final class Problems {
    private Problems() {}

    static String words(Throwable problem) {
        String found = String.valueOf(problem.getMessage());
        // The deepest says most: to connect fails because a name is not known.
        for (Throwable at = problem; at != null; at = at.getCause()) {
            found = one(at).orElse(found);
        }
        return found;
    }

    private static Optional<String> one(Throwable problem) {
        return Optional.ofNullable(
                switch (problem) {
                    case UnknownHostException it ->
                            "the name " + it.getMessage() + " is not known: DNS, or no network";
                    case UnresolvedAddressException _ ->
                            "its name is not known: DNS, or no network";
                    case ConnectException _ -> "the connection is refused";
                    case SocketTimeoutException _ -> "it does not answer in time";
                    case HttpTimeoutException _ -> "it does not answer in time";
                    case ErrorResponseException it when it.getResponse().code > 0 ->
                            "it answers HTTP " + it.getResponse().code;
                    default -> null;
                });
    }
}
