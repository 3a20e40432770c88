package dev.carrier.sandbox.discord.world;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * A message before Discord has accepted it.
 *
 * @param enforceNonce whether a message that this author sent here lately under the same nonce is
 *     given in its place
 */
public record Draft(
        User author,
        long channel,
        String content,
        OptionalLong replyTo,
        Optional<String> nonce,
        boolean enforceNonce,
        AllowedMentions allowed,
        List<Attachment> attachments,
        List<JsonNode> embeds,
        Extras extras) {}
