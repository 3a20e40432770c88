package dev.carrier.responder.discord;

import dev.carrier.contracts.Response;
import dev.carrier.contracts.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.utils.FileUpload;

/** The files of a part. */
final class Files {
    private Files() {}

    static List<FileUpload> of(Response.Say say) {
        return say.files().orElse(List.of()).stream()
                .map(file ->
                        FileUpload.fromData(
                                file.content().getBytes(StandardCharsets.UTF_8), file.name()))
                .toList();
    }

    /** Whether this message carries just them. */
    static boolean same(Message message, Response.Say say) {
        return message.getAttachments().stream()
                .map(Message.Attachment::getFileName)
                .toList()
                .equals(say.files().orElse(List.of()).stream().map(TextFile::name).toList());
    }

    /** In a direct message everybody may. */
    static boolean mayAttach(MessageChannel channel) {
        return !(channel instanceof GuildMessageChannel guild)
                || guild.getGuild()
                        .getSelfMember()
                        .hasPermission(guild, Permission.MESSAGE_ATTACH_FILES);
    }
}
