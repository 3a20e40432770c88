package dev.carrier.runtime.worker;

import dev.carrier.runtime.Parts;
import dev.carrier.runtime.http.Health;
import dev.carrier.runtime.http.Meters;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsWatch;
import dev.carrier.runtime.trace.Traces;
import java.time.InstantSource;

/**
 * What a worker is built of; the same whether it is alone in its JVM or all of them are in one.
 *
 * @param settings as they were at the start
 * @param watch tells when they change; begins to look when all workers stand
 * @param parts takes what the worker starts
 * @param health takes its checks
 * @param clock the only one that it reads
 */
public record WorkerContext(
        Settings settings,
        SettingsWatch watch,
        KafkaClients kafka,
        Redis redis,
        Parts parts,
        Health health,
        Meters meters,
        Traces traces,
        InstantSource clock) {}
