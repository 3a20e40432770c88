package dev.carrier.ingest.instagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a message says, in words: its text, then a line in brackets for what else Instagram shows.
 * Files that can be fetched are not in it: they go as attachments. Pure.
 */
final class Words {
    private static final int LONGEST = 200;

    private Words() {}

    /**
     * @param message as Meta sends it
     * @param username whose inbox it is
     */
    static String of(JsonNode message, String username) {
        List<String> lines = new ArrayList<>();
        Nodes.text(message, "text").ifPresent(lines::add);
        if (message.path("reply_to").has("story")) {
            lines.add("[in reply to a story of @" + username + "]");
        }
        Nodes.list(message.path("attachments"))
                .forEach(one -> ofAttachment(one, username).ifPresent(lines::add));
        ad(message.path("referral")).ifPresent(lines::add);
        if (Nodes.flag(message, "is_unsupported")) {
            lines.add("[something that Instagram does not show to apps]");
        }
        if (lines.isEmpty() && Nodes.list(message.path("attachments")).isEmpty()) {
            lines.add("[a message without words]");
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private static Optional<String> ofAttachment(JsonNode attachment, String username) {
        boolean there = Files.url(attachment).isPresent();
        String title =
                Nodes.text(attachment.path("payload"), "title")
                        .map(text -> ": " + line(text))
                        .orElse("");
        return switch (Files.sort(attachment)) {
            case "story_mention" -> Optional.of("[mentions @" + username + " in their story]");
            case "share", "ig_post", "media" -> Optional.of("[shares a post" + title + "]");
            case "reel", "ig_reel" -> Optional.of("[shares a reel" + title + "]");
            case "story", "ig_story" -> Optional.of("[shares a story" + title + "]");
            case "like_heart" -> Optional.of("[a heart]");
            case "audio" -> Optional.of("[voice message]");
            case "image" -> Optional.of("[a picture that cannot be seen]").filter(_ -> !there);
            case "video" -> Optional.of("[a video that cannot be seen]").filter(_ -> !there);
            case "ephemeral" -> Optional.of("[something to be seen once]");
            default -> Optional.of("[a file that cannot be opened]").filter(_ -> !there);
        };
    }

    private static Optional<String> ad(JsonNode referral) {
        return Nodes.text(referral.path("ads_context_data"), "ad_title")
                .map(title -> "[comes from the ad: " + line(title) + "]");
    }

    private static String line(String text) {
        String flat = text.strip().replaceAll("\\s+", " ");
        return flat.codePointCount(0, flat.length()) <= LONGEST
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
