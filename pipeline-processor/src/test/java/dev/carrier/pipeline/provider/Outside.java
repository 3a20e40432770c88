package dev.carrier.pipeline.provider;

import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import tools.jackson.databind.json.JsonMapper;

/** What the stage asks: a model over HTTP and a Redis, both real. Thread-safe. */
record Outside(Sandbox sandbox, SandboxClient world, Redis redis) implements AutoCloseable {
    /** Starts the model, which answers at once. */
    static Outside start() {
        var sandbox = Sandbox.start(SandboxOptions.defaults());
        var world = new SandboxClient(sandbox.base());
        world.post(
                "sandbox/model/settings",
                JsonMapper.shared().createObjectNode().put("latencyMs", 0));
        return new Outside(sandbox, world, new Redis(TestServers.shared().where().redis()));
    }

    @Override
    public void close() {
        redis.close();
        sandbox.close();
    }
}
