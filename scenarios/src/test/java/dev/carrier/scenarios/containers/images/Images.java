package dev.carrier.scenarios.containers.images;

import java.nio.file.Path;
import org.testcontainers.utility.DockerImageName;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The images that the compose file names. */
final class Images {
    private static final Path COMPOSE = Path.of("..", "docker-compose.yml");

    private Images() {}

    static DockerImageName of(String service) {
        var services = new YAMLMapper().readTree(COMPOSE.toFile());
        return DockerImageName.parse(services.at("/services/" + service + "/image").asString());
    }
}
