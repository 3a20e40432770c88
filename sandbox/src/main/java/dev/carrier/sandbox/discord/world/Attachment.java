package dev.carrier.sandbox.discord.world;

/** An uploaded file. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Attachment(long id, String name, String contentType, byte[] content) {}
