package dev.carrier.ingest.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.EmbedType;
import net.dv8tion.jda.api.entities.MessageEmbed;

/**
 * <a href="https://docs.discord.com/developers/resources/message#embed-object">Embeds</a> in words:
 * a bot's card, the preview of a link. Pure.
 */
final class Embeds {
    private static final int MOST = 3;
    private static final int MOST_FIELDS = 8;
    private static final int LONGEST_PART = 300;
    private static final int LONGEST = 900;

    private Embeds() {}

    /** A line for each that says more than {@code text}, and one for those that are left out. */
    static List<String> lines(List<MessageEmbed> embeds, String text) {
        var told =
                embeds.stream()
                        .filter(embed -> embed.getType() != EmbedType.POLL_RESULT)
                        .flatMap(embed -> line(embed, text).stream())
                        .toList();
        var out = new ArrayList<>(told.subList(0, Math.min(MOST, told.size())));
        if (told.size() > MOST) {
            out.add("[embeds left out: " + (told.size() - MOST) + "]");
        }
        return out;
    }

    private static Optional<String> line(MessageEmbed embed, String text) {
        var parts =
                parts(embed)
                        .map(part -> Brief.line(part, LONGEST_PART))
                        .filter(part -> !part.isEmpty() && !text.contains(part))
                        .distinct()
                        .toList();
        if (!parts.isEmpty()) {
            return Optional.of("[embed: " + Brief.line(String.join(" | ", parts), LONGEST) + "]");
        }
        return text.isBlank() ? Optional.of("[embed: " + kind(embed) + "]") : Optional.empty();
    }

    private static Stream<String> parts(MessageEmbed embed) {
        var author = Optional.ofNullable(embed.getAuthor()).map(MessageEmbed.AuthorInfo::getName);
        var footer = Optional.ofNullable(embed.getFooter()).map(MessageEmbed.Footer::getText);
        var fields = embed.getFields().stream().limit(MOST_FIELDS).map(Embeds::told);
        var left = embed.getFields().size() - MOST_FIELDS;
        return Stream.of(
                        author.stream(),
                        Stream.ofNullable(embed.getTitle()),
                        Stream.ofNullable(embed.getDescription()),
                        fields,
                        left > 0 ? Stream.of("fields left out: " + left) : Stream.<String>empty(),
                        footer.stream())
                .flatMap(part -> part);
    }

    private static String told(MessageEmbed.Field field) {
        return Stream.concat(
                        Stream.ofNullable(field.getName()), Stream.ofNullable(field.getValue()))
                .map(String::strip)
                // Discord demands both; a space of no width stands for none.
                .filter(it -> !it.isEmpty() && !it.equals("\u200b"))
                .collect(Collectors.joining(": "));
    }

    private static String kind(MessageEmbed embed) {
        boolean image = embed.getImage() != null || embed.getThumbnail() != null;
        String kind =
                embed.getType() == EmbedType.RICH && image
                        ? "image"
                        : embed.getType().name().toLowerCase(Locale.ROOT);
        return embed.getUrl() == null ? kind : kind + ", " + embed.getUrl();
    }
}
