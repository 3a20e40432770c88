/** Tokens of accounts: refreshed in time, kept encrypted, and told of when they are dead. */
@NullMarked
package dev.carrier.instagram.token;

import org.jspecify.annotations.NullMarked;
