package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.Pace;
import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Spreads what one account asks of Discord. Answers to commands are not counted by Discord, and
 * have no time to wait.
 *
 * @param pace of the account, of all its sessions here
 */
record Paced(Pace pace) implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        if (!chain.request().url().encodedPath().contains("/interactions/")) {
            try {
                Thread.sleep(pace.take(System.nanoTime()));
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("ending").initCause(ending);
            }
        }
        return chain.proceed(chain.request());
    }
}
