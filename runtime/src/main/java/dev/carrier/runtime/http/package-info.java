/** What an operator asks a worker: is it alive, is it ready, what does it measure. */
@NullMarked
package dev.carrier.runtime.http;

import org.jspecify.annotations.NullMarked;
