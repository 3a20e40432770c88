package dev.carrier.runtime.settings;

import dev.carrier.runtime.SetupProblem;
import java.util.Optional;

/**
 * A token, key or password. It comes from the environment or {@code .env} only, and is never
 * written out: not by {@code toString}, not in an error.
 *
 * @param given the value, when its variable is set
 * @param path the key that refers to it, such as {@code accounts.ada.token}
 * @param variable the variable that holds it; empty when the key refers to none
 */
public record Secret(Optional<String> given, String path, String variable) {

    /** A secret that somebody has at hand, for tests and for the sandbox. */
    public static Secret of(String value) {
        return new Secret(Optional.of(value), "", "");
    }

    /** None at all. */
    public static Secret none(String path) {
        return new Secret(Optional.empty(), path, "");
    }

    /**
     * The value, to be handed to whom it is for.
     *
     * @throws SetupProblem when its variable is not set
     */
    public String value() {
        return given.orElseThrow(() -> unset(path, variable));
    }

    public boolean isSet() {
        return given.isPresent();
    }

    static SetupProblem unset(String path, String variable) {
        return variable.isEmpty()
                ? new SetupProblem(
                        path + " is not set", "write a reference like ${NAME} there and set NAME")
                : new SetupProblem(
                        path + " needs " + variable + ", which is not set",
                        "export " + variable + " or write it into .env");
    }

    /** {@code set} or {@code not set}. */
    @Override
    public String toString() {
        return isSet() ? "set" : "not set";
    }
}
