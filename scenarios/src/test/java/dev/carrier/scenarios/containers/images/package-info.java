/**
 * What runs on the images of Kafka and Redis alone, by Testcontainers: compiled in the profile
 * {@code containers} only, nothing else has that library.
 */
package dev.carrier.scenarios.containers.images;
