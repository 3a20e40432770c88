/** The sandbox alone, for workers that run elsewhere. */
@NullMarked
package dev.carrier.cli.sandbox;

import org.jspecify.annotations.NullMarked;
