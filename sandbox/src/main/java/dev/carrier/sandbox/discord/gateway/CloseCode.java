package dev.carrier.sandbox.discord.gateway;

import java.util.Arrays;

/**
 * Why the gateway closes a connection.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes">
 *     Close event codes</a>
 */
enum CloseCode {
    UNKNOWN_ERROR(4000, "Unknown error.", true),
    UNKNOWN_OPCODE(4001, "Unknown opcode.", true),
    DECODE_ERROR(4002, "Error while decoding payload.", true),
    NOT_AUTHENTICATED(4003, "Not authenticated.", true),
    AUTHENTICATION_FAILED(4004, "Authentication failed.", false),
    ALREADY_AUTHENTICATED(4005, "Already authenticated.", true),
    INVALID_SEQ(4007, "Invalid seq.", false),
    RATE_LIMITED(4008, "Rate limited.", true),
    SESSION_TIMED_OUT(4009, "Session timed out.", false),
    INVALID_SHARD(4010, "Invalid shard.", false),
    SHARDING_REQUIRED(4011, "Sharding required.", false),
    INVALID_API_VERSION(4012, "Invalid API version.", true),
    INVALID_INTENTS(4013, "Invalid intent(s).", false),
    DISALLOWED_INTENTS(4014, "Disallowed intent(s).", false);

    final int code;
    final String reason;
    final boolean resumable;

    CloseCode(int code, String reason, boolean resumable) {
        this.code = code;
        this.reason = reason;
        this.resumable = resumable;
    }

    /** Whether a session whose connection was closed with {@code code} may go on. */
    static boolean resumable(int code) {
        return Arrays.stream(values()).noneMatch(c -> c.code == code && !c.resumable);
    }

    static String reason(int code) {
        return Arrays.stream(values())
                .filter(c -> c.code == code)
                .map(c -> c.reason)
                .findFirst()
                .orElse("");
    }
}
