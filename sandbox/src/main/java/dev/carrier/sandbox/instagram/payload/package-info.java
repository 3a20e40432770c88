/** What exists as Meta's JSON: nodes of the Graph API and the events of webhooks. */
@NullMarked
package dev.carrier.sandbox.instagram.payload;

import org.jspecify.annotations.NullMarked;
