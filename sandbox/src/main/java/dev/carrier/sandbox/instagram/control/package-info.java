/** {@code /sandbox/instagram/…}: how people act, and how a test sees and moves this world. */
@NullMarked
package dev.carrier.sandbox.instagram.control;

import org.jspecify.annotations.NullMarked;
