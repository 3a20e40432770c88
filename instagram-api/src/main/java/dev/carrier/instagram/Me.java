package dev.carrier.instagram;

import java.util.Optional;

/**
 * The account that a token is for.
 *
 * @param id the one by which webhooks and paths name it ({@code user_id})
 * @param scopedId the app's own id of it ({@code id}); often the same
 */
public record Me(
        String id,
        Optional<String> scopedId,
        String username,
        Optional<String> name,
        Optional<String> type) {}
