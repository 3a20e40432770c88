/** Discord's JSON, written from the world; each class cites the page that describes its fields. */
@NullMarked
package dev.carrier.sandbox.discord.payload;

import org.jspecify.annotations.NullMarked;
