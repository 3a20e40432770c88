/** The outside world on localhost: platforms and a model server that can be told to misbehave. */
@NullMarked
package dev.carrier.sandbox;

import org.jspecify.annotations.NullMarked;
