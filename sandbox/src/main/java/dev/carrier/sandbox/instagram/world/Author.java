package dev.carrier.sandbox.instagram.world;

/**
 * Whoever writes: a person, or an account.
 *
 * @param id an Instagram-scoped id, or the Instagram id of an account
 * @param username without an @
 */
public record Author(String id, String username) {}
