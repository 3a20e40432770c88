package dev.carrier.embedded;

/**
 * Where the servers of a running instance are, as it says in {@code servers.json}.
 *
 * @param pid the process that runs them
 * @param kafka the broker's bootstrap address, such as {@code 127.0.0.1:19092}
 * @param redis the URL of Redis, such as {@code redis://127.0.0.1:16379}
 */
public record RunningServers(long pid, String kafka, String redis) {}
