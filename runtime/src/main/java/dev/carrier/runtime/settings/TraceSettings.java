package dev.carrier.runtime.settings;

import java.net.URI;
import java.util.Optional;

/**
 * Where the traces of turns go.
 *
 * @param url of an OTLP receiver over HTTP, with its path; absent: nothing is traced
 */
public record TraceSettings(Optional<URI> url) {}
