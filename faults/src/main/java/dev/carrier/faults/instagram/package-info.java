/** The world of the suite instagram: accounts, people, what is said and what is to be posted. */
@NullMarked
package dev.carrier.faults.instagram;

import org.jspecify.annotations.NullMarked;
