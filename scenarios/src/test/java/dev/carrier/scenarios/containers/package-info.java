/** What runs in containers, seen from outside. Needs a Docker engine, see CONTRIBUTING.md. */
package dev.carrier.scenarios.containers;
