/**
 * The settings file as a tree of records, with every default and the origin of every value. Exists
 * so that a worker asks for a typed value and a person is told the line of a mistake.
 */
@NullMarked
package dev.carrier.runtime.settings;

import org.jspecify.annotations.NullMarked;
