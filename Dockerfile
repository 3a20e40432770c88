# One image a worker, out of what Maven built: mvn -B -DskipTests -P images -pl cli -am package, then docker compose build.
# All of them have the same layers, and each starts something else. Read docs/containers.md.

# Other people's libraries change rarely and ours with every build: a layer for each.
FROM eclipse-temurin:25-jre AS built
COPY cli/target/lib/ /built/lib/
COPY cli/target/carrier-cli.jar /built/own/
# The class path, written out: "/carrier/lib/*" is in the order of a folder, which is another one on another machine.
RUN mv /built/lib/carrier-*.jar /built/own/ && cd /built \
    && printf '/carrier/%s\n' own/*.jar lib/*.jar | paste -sd: | sed 's/^/-cp /' >own/class-path

FROM eclipse-temurin:25-jre AS layers
# A user by number: no name is needed, and Kubernetes sees that it is not root. The volume begins with this owner.
RUN mkdir /data && chown 10001:10001 /data
COPY --from=built /built/lib/ /carrier/lib/
COPY deploy/container/jvm.options /carrier/
COPY --chmod=755 deploy/container/carrier /usr/local/bin/
COPY characters/ /carrier/characters/
COPY --from=built /built/own/ /carrier/own/
# The bill of materials, where it was made: mvn -P images package.
COPY cli/target/carrier-cli.jar cli/target/sbom.jso[n] /carrier/own/
WORKDIR /carrier
USER 10001:10001

# The AOT cache, trained on the very layers that use it: it is of use to no other JVM, class path or options. --build-arg AOT=no: none.
FROM layers AS trained
ARG AOT=yes
COPY --chmod=755 deploy/container/train /usr/local/bin/
RUN mkdir /tmp/aot && if [ "$AOT" != no ]; then train /tmp/aot/carrier.aot; fi

FROM layers AS carrier
COPY --from=trained /tmp/aot/ /carrier/aot/
VOLUME /data
ENTRYPOINT ["carrier"]
CMD ["--help"]

FROM carrier AS worker
EXPOSE 7071
HEALTHCHECK --interval=15s --timeout=10s --retries=4 --start-period=120s \
    CMD ["java", "-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "/carrier/own/*", "dev.carrier.runtime.http.HealthProbe"]

FROM worker AS ingest-discord
CMD ["worker", "ingest-discord", "--data", "/data", "--set", "http.bind=0.0.0.0", "--set", "http.health=7071"]

FROM worker AS ingest-instagram
EXPOSE 7072
CMD ["worker", "ingest-instagram", "--data", "/data", "--set", "http.bind=0.0.0.0", "--set", "http.health=7071"]

FROM worker AS pipeline-processor
CMD ["worker", "pipeline-processor", "--data", "/data", "--set", "http.bind=0.0.0.0", "--set", "http.health=7071"]

FROM worker AS responder
CMD ["worker", "responder", "--data", "/data", "--set", "http.bind=0.0.0.0", "--set", "http.health=7071"]

FROM worker AS memory-service
EXPOSE 7073
CMD ["worker", "memory-service", "--data", "/data", "--set", "http.bind=0.0.0.0", "--set", "http.health=7071"]

FROM carrier AS sandbox
EXPOSE 7080
HEALTHCHECK --interval=15s --timeout=10s --retries=4 --start-period=60s \
    CMD ["java", "-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "/carrier/own/*", "dev.carrier.runtime.http.HealthProbe", "http://127.0.0.1:7080/v1/models"]
CMD ["sandbox", "--bind", "0.0.0.0", "--name", "sandbox"]
