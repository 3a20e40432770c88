/** The routes of the Graph API: what is asked of which kind of node. */
@NullMarked
package dev.carrier.sandbox.instagram.routes;

import org.jspecify.annotations.NullMarked;
