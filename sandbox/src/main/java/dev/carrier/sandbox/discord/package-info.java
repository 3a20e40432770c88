/**
 * Discord on localhost: its world, its REST API v10 and its gateway, as far as a bot that talks can
 * tell.
 */
@NullMarked
package dev.carrier.sandbox.discord;

import org.jspecify.annotations.NullMarked;
