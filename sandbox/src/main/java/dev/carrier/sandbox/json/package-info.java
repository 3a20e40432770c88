/**
 * JSON as a tree, read leniently: the sandbox answers odd input as the platform would, not with a
 * stack trace.
 */
@NullMarked
package dev.carrier.sandbox.json;

import org.jspecify.annotations.NullMarked;
