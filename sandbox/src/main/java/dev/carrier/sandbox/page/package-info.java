/**
 * The page on which a person reads the sandbox's channels live and writes as anyone: plain HTML,
 * CSS and JavaScript modules from the class path, which use the control API and nothing else.
 */
@NullMarked
package dev.carrier.sandbox.page;

import org.jspecify.annotations.NullMarked;
