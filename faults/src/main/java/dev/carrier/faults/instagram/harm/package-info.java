/** What is done to webhooks, calls, uploads, containers, tokens and processes. */
@NullMarked
package dev.carrier.faults.instagram.harm;

import org.jspecify.annotations.NullMarked;
