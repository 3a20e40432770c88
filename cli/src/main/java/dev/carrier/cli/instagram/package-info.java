/** What an operator does on Instagram from a terminal: looking, publishing, answering. */
@NullMarked
package dev.carrier.cli.instagram;

import org.jspecify.annotations.NullMarked;
