/** The accounts of a process: who calls Instagram for each, with whose token, at what pace. */
@NullMarked
package dev.carrier.instagram.account;

import org.jspecify.annotations.NullMarked;
