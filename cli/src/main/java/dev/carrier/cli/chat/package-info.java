/** Talks with one character in the terminal, through the whole pipeline. */
@NullMarked
package dev.carrier.cli.chat;

import org.jspecify.annotations.NullMarked;
