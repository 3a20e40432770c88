package dev.carrier.sandbox.instagram.world;

/**
 * The conversation of an account with a person.
 *
 * @param id the conversation's id
 * @param account whose inbox it is in
 * @param person with whom
 */
public record DmThread(String id, Account account, Author person) {}
