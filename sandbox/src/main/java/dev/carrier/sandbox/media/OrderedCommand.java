package dev.carrier.sandbox.media;

import dev.carrier.sandbox.orders.Answer;
import dev.carrier.sandbox.orders.Effect;
import dev.carrier.sandbox.orders.Exchange;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.Outcome;
import dev.carrier.sandbox.orders.Where;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/**
 * One command of FTP by way of the orders in force: it may come late, be refused with an order's
 * code, or be executed without an answer. In orders and signals {@code method} is the command,
 * {@code path} its argument (but never a password) and {@code account} the user.
 */
final class OrderedCommand implements Command {
    /** What ends the session, or changes how it is written, says so itself at its own moment. */
    private static final Set<String> SPEAK_AT_ONCE = Set.of("AUTH", "QUIT", "USER");

    private static final int SERVICE_NOT_AVAILABLE = 421;

    private final Command usual;
    private final Orders orders;

    OrderedCommand(Command usual, Orders orders) {
        this.usual = usual;
        this.orders = orders;
    }

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        var exchange = exchange(session, request);
        var replies = new HeldReplies(session, context);
        var outcome = orders.through(exchange, effects -> run(effects, replies, context, request));
        switch (outcome) {
            case Outcome.Cut _ -> session.closeNow();
            case Outcome.Answered(var answer) -> {
                if (replies.cut()) {
                    session.closeNow();
                } else if (replies.executed()) {
                    replies.release();
                } else {
                    var text = new String(answer.body(), StandardCharsets.UTF_8);
                    session.write(new DefaultFtpReply(answer.status(), text));
                }
                orders.answered(exchange, answer);
                if (answer.status() == SERVICE_NOT_AVAILABLE) {
                    session.closeOnFlush();
                }
            }
        }
    }

    private static Exchange exchange(FtpIoSession session, FtpRequest request) {
        var command = request.getCommand();
        var argument = command.equals("PASS") ? "" : Objects.toString(request.getArgument(), "");
        var user =
                session.getUser() == null
                        ? Objects.toString(session.getUserArgument(), "")
                        : session.getUser().getName();
        return new Exchange(Where.MEDIA_FTP, command, argument, user, "");
    }

    private Answer run(
            List<Effect> effects,
            HeldReplies replies,
            FtpServerContext context,
            FtpRequest request) {
        var command = request.getCommand();
        replies.begin(!SPEAK_AT_ONCE.contains(command));
        try {
            var demanded = Encryption.demanded(replies, command);
            var cut = Uploads.cutAfter(effects, command);
            if (demanded.isPresent()) {
                replies.write(demanded.get());
            } else if (cut.isPresent()) {
                Uploads.cut(replies, request, cut.get());
                replies.cutNow();
            } else {
                usual.execute(replies, context, request);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FtpException e) {
            throw new IllegalStateException(request.getCommand(), e);
        }
        return Answer.text(replies.code(), "text/plain", "");
    }
}
