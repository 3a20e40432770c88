/**
 * What travels between workers, and the topics it travels on. Exists so that every worker reads one
 * vocabulary.
 */
@NullMarked
package dev.carrier.contracts;

import org.jspecify.annotations.NullMarked;
