/** What the sandbox's Instagram sends: signed deliveries, their retries, and how they go astray. */
@NullMarked
package dev.carrier.sandbox.instagram.webhook;

import org.jspecify.annotations.NullMarked;
