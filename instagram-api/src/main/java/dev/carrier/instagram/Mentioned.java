package dev.carrier.instagram;

/** A comment that mentions the account, and what it stands under. */
public record Mentioned(Comment comment, OfPost under) {}
