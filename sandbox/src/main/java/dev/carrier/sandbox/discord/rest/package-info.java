/** Discord's REST API v10: routes, authentication, permissions, rate limits, refusals. */
@NullMarked
package dev.carrier.sandbox.discord.rest;

import org.jspecify.annotations.NullMarked;
