/** How fast an account may call Instagram, shared by all processes that call for it. */
@NullMarked
package dev.carrier.instagram.pace;

import org.jspecify.annotations.NullMarked;
