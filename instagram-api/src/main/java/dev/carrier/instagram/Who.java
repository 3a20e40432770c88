package dev.carrier.instagram;

import java.util.Optional;

/**
 * Somebody on Instagram.
 *
 * @param id as this account knows them: another account knows them by another
 * @param selfId the account's own id in the same count; only for the account itself
 */
public record Who(String id, Optional<String> username, Optional<String> selfId) {}
