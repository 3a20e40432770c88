package dev.carrier.sandbox.http;

import dev.carrier.sandbox.orders.Answer;
import dev.carrier.sandbox.orders.Exchange;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.Outcome;
import io.javalin.http.Context;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Serves one HTTP request through the orders in force. Stateless. */
public final class Wire {
    private Wire() {}

    /**
     * Runs {@code handler} through {@code orders} and writes its answer, or cuts the connection.
     * Blocks the calling (virtual) thread as long as an order says.
     */
    public static void serve(
            Context context, Orders orders, Exchange exchange, Supplier<Answer> handler) {
        switch (orders.through(exchange, handler)) {
            case Outcome.Cut _ -> cut(context.req());
            case Outcome.Answered(var answer) -> {
                write(context, answer);
                orders.answered(exchange, answer);
            }
        }
    }

    /** Writes {@code answer} to the connection, completely; a client that has gone is ignored. */
    public static void write(Context context, Answer answer) {
        var response = context.res();
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        try {
            if (answer.body().length > 0) {
                response.setContentLength(answer.body().length);
                response.getOutputStream().write(answer.body());
            }
            response.flushBuffer();
        } catch (IOException e) {
            // The client went away; what was executed stays executed, as on a real network.
        }
    }

    /**
     * Closes the TCP connection of {@code request} at once: its client gets no answer, not even a
     * status line.
     */
    public static void cut(ServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
