/** What is done to the connections, the processes and the servers. */
@NullMarked
package dev.carrier.faults.harm;

import org.jspecify.annotations.NullMarked;
