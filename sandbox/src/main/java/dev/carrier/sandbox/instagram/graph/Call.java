package dev.carrier.sandbox.instagram.graph;

import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.json.Json;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to the Graph API that has shown a good token.
 *
 * @param account for whom it acts
 * @param method GET, POST or DELETE
 * @param base where the API begins, with its version, ending in a slash
 * @param token what it has shown
 * @param parameters of the query, the form and the JSON body alike, without the token
 */
public record Call(
        Account account, String method, String base, String token, ObjectNode parameters) {
    /** A parameter, if it is there and is no object. */
    public Optional<String> asked(String name) {
        var value = parameters.path(name);
        return value.isBoolean() ? Optional.of(value.asString()) : Json.text(parameters, name);
    }

    /** A parameter that must be there. */
    public String needed(String name) {
        return asked(name)
                .filter(it -> !it.isBlank())
                .orElseThrow(() ->
                        dev.carrier.sandbox.instagram.world.Rejected.parameter(
                                "The parameter " + name + " is required."));
    }

    /** The fields that are asked for. */
    public Fields fields() {
        return Fields.parse(asked("fields").orElse(""));
    }
}
