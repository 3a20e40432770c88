/**
 * Personas: people write them as files in elizaOS' format (v0, v1 and v2), the pipeline thinks as a
 * normalised {@link dev.carrier.pipeline.character.Character}. Nothing here knows Kafka or a model.
 */
@NullMarked
package dev.carrier.pipeline.character;

import org.jspecify.annotations.NullMarked;
