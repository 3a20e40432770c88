package dev.carrier.runtime.settings;

/**
 * The ports that Carrier itself listens on; 0 takes a free one.
 *
 * @param bind the address
 * @param ui of a console; not used yet
 * @param health health and metrics of a worker
 * @param webhook where Instagram calls
 * @param sandbox the outside world on localhost
 * @param memory where memory-service is asked
 */
public record HttpSettings(String bind, int ui, int health, int webhook, int sandbox, int memory) {}
