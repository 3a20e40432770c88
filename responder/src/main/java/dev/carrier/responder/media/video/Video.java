package dev.carrier.responder.media.video;

import java.time.Duration;

/** A video that can be posted as it is. */
public record Video(String contentType, int width, int height, Duration duration) {}
