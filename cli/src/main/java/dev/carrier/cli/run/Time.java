package dev.carrier.cli.run;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time on the command line: {@code 500ms}, {@code 30s}, {@code 2m}. */
public final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            return text.endsWith("ms")
                    ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                    : Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException | NumberFormatException problem) {
            throw new TypeConversionException("'" + text + "' is no time such as 30s or 2m");
        }
    }
}
