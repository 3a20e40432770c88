/** The Graph API at {@code /instagram/graph/}: how any request is answered, whatever its route. */
@NullMarked
package dev.carrier.sandbox.instagram.graph;

import org.jspecify.annotations.NullMarked;
