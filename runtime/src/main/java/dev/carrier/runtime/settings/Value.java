package dev.carrier.runtime.settings;

/**
 * One key as a person sees it.
 *
 * @param path {@code http.ui}
 * @param shown the value as it would be written; of a secret only {@code set} or {@code not set}
 */
public record Value(String path, String shown, Origin origin) {}
