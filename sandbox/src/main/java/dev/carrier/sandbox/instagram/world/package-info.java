/** Who and what exists on the sandbox's Instagram, and its rules. It knows no JSON of the API. */
@NullMarked
package dev.carrier.sandbox.instagram.world;

import org.jspecify.annotations.NullMarked;
