/**
 * Instagram's Graph API in the form of Instagram Login, as far as Carrier needs it. A library:
 * whoever hears, speaks or publishes on Instagram calls it.
 */
@NullMarked
package dev.carrier.instagram;

import org.jspecify.annotations.NullMarked;
