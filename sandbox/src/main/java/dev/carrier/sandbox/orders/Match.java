package dev.carrier.sandbox.orders;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which exchanges an order is meant for; what is empty matches everything.
 *
 * @param method the exact method
 * @param path found anywhere in the path
 * @param account the exact account
 * @param contains a text within the body
 */
public record Match(
        Optional<String> method,
        Optional<Pattern> path,
        Optional<String> account,
        Optional<String> contains) {
    /** Whether {@code exchange} is meant. */
    public boolean fits(Exchange exchange) {
        return method.map(m -> m.equalsIgnoreCase(exchange.method())).orElse(true)
                && path.map(p -> p.matcher(exchange.path()).find()).orElse(true)
                && account.map(a -> a.equals(exchange.account())).orElse(true)
                && contains.map(exchange.body()::contains).orElse(true);
    }
}
