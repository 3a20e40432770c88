package dev.carrier.sandbox.media;

import java.util.ArrayList;
import java.util.List;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.apache.mina.core.future.DefaultWriteFuture;
import org.apache.mina.core.future.WriteFuture;

/**
 * A session whose final replies (200 and more) wait until they are let go, so that a command can
 * have happened and its client not know. Used by the one thread that executes the command.
 */
final class HeldReplies extends FtpIoSession {
    private static final int FINAL = 200;

    private final FtpIoSession session;
    private final List<FtpReply> held = new ArrayList<>();
    private boolean holds;
    private boolean executed;
    private boolean cut;
    private int code;

    HeldReplies(FtpIoSession session, FtpServerContext context) {
        super(session, context);
        this.session = session;
    }

    @Override
    public WriteFuture write(Object message) {
        if (message instanceof FtpReply reply) {
            code = reply.getCode();
            if (holds && code >= FINAL) {
                held.add(reply);
                return DefaultWriteFuture.newWrittenFuture(session);
            }
        }
        return session.write(message);
    }

    /** Says that the command is executed from now on, and whether its replies are to wait. */
    void begin(boolean hold) {
        executed = true;
        holds = hold;
    }

    boolean executed() {
        return executed;
    }

    /** Its connection is to be cut, whatever was to be said. */
    void cutNow() {
        cut = true;
    }

    boolean cut() {
        return cut;
    }

    /** The code of the last reply; 0 if there was none. */
    int code() {
        return code;
    }

    /** Says what waited. */
    void release() {
        held.forEach(session::write);
    }
}
