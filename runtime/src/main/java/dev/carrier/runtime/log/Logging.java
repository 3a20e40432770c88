package dev.carrier.runtime.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.carrier.runtime.settings.LogSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * Sets up the log of the whole JVM. It goes to standard error, so that standard output is the
 * answer of a command and nothing else.
 */
public final class Logging {
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX,UTC} %-5level %logger{0}: %msg %kvp{NONE}%n%ex{12}";

    /** Libraries that talk about their own affairs at the level of ours. */
    private static final Map<String, Level> QUIET =
            Map.ofEntries(
                    Map.entry("org.apache.kafka", Level.WARN),
                    Map.entry("kafka", Level.WARN),
                    Map.entry("state.change.logger", Level.WARN),
                    Map.entry("net.dv8tion", Level.WARN),
                    Map.entry("redis.clients", Level.WARN),
                    Map.entry("io.javalin", Level.WARN),
                    Map.entry("org.eclipse.jetty", Level.WARN),
                    // Tells of every client that broke off, with its trace.
                    Map.entry("org.apache.ftpserver", Level.ERROR),
                    // Says for every client that its settings hold keys that it does not know.
                    Map.entry("org.apache.kafka.clients.consumer.ConsumerConfig", Level.ERROR),
                    Map.entry("org.apache.kafka.clients.producer.ProducerConfig", Level.ERROR),
                    Map.entry("org.apache.kafka.clients.admin.AdminClientConfig", Level.ERROR));

    private Logging() {}

    /**
     * Logs by these settings from now on.
     *
     * @param file where to log instead of standard error; its folder must exist
     */
    public static void configure(LogSettings settings, Optional<Path> file) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        OutputStreamAppender<ILoggingEvent> appender =
                file.<OutputStreamAppender<ILoggingEvent>>map(Logging::file)
                        .orElseGet(Logging::console);
        appender.setContext(context);
        appender.setName("carrier");
        HideKafkaNoise hideNoise = new HideKafkaNoise();
        hideNoise.start();
        appender.addFilter(hideNoise);
        HideAddresses hideAddresses = new HideAddresses();
        hideAddresses.start();
        appender.addFilter(hideAddresses);
        if (settings.people() == LogSettings.People.HIDDEN) {
            HidePeople hide = new HidePeople();
            hide.start();
            appender.addFilter(hide);
        }
        Encoder<ILoggingEvent> encoder = encoder(settings.format());
        encoder.setContext(context);
        encoder.start();
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        context.getLogger("dev.carrier").setLevel(Level.valueOf(settings.level().name()));
        QUIET.forEach((name, level) -> context.getLogger(name).setLevel(level));
    }

    private static OutputStreamAppender<ILoggingEvent> file(Path path) {
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setFile(path.toString());
        return appender;
    }

    private static OutputStreamAppender<ILoggingEvent> console() {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget("System.err");
        return appender;
    }

    private static Encoder<ILoggingEvent> encoder(LogSettings.Format format) {
        return switch (format) {
            case TEXT -> {
                PatternLayoutEncoder text = new PatternLayoutEncoder();
                text.setPattern(PATTERN);
                yield text;
            }
            case JSON -> {
                JsonEncoder json = new JsonEncoder();
                json.setWithFormattedMessage(true);
                json.setWithMessage(false);
                json.setWithContext(false);
                json.setWithSequenceNumber(false);
                json.setWithNanoseconds(false);
                yield json;
            }
        };
    }
}
