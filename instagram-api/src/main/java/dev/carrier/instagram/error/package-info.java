/** What Instagram's errors mean and what helps: by code and subcode, never by text. */
@NullMarked
package dev.carrier.instagram.error;

import org.jspecify.annotations.NullMarked;
