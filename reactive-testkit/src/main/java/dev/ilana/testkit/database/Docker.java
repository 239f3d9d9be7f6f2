package dev.ilana.testkit.database;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** Servers in Docker, by Testcontainers, whose reaper removes them when this JVM is gone. */
final class Docker {

    private Docker() {}

    /** Starts a container; returns where its server will answer. */
    // The container outlives this method on purpose.
    @SuppressWarnings("resource")
    static ServerAddress run(ContainerRecipe recipe, int port) throws ServerUnavailableException {
        if (!answers()) {
            throw new ServerUnavailableException("no daemon answers");
        }
        try {
            // Not MySQLContainer and friends: they wait by JDBC, and there is no JDBC driver here.
            GenericContainer<?> container = new GenericContainer<>(recipe.image())
                    .withEnv(recipe.environment())
                    .withCommand(recipe.command().toArray(String[]::new))
                    .withExposedPorts(port);
            container.start();
            return new ServerAddress(recipe.userInfo(), container.getHost(), container.getMappedPort(port), "");
        } catch (RuntimeException e) {
            throw new ServerUnavailableException(recipe.image() + " did not start: " + e.getMessage(), e);
        }
    }

    // Testcontainers logs pages when there is no Docker: it is asked only where something hints at one.
    private static boolean answers() {
        return hinted() && DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean hinted() {
        Path home = Path.of(System.getProperty("user.home", "/"));
        if (System.getenv("DOCKER_HOST") != null || Files.exists(home.resolve(".testcontainers.properties"))) {
            return true;
        }
        String runtime = Objects.requireNonNullElse(System.getenv("XDG_RUNTIME_DIR"), "/run");
        return Stream.of(
                        Path.of("/var/run/docker.sock"),
                        Path.of(runtime, "docker.sock"),
                        home.resolve(".docker/run/docker.sock"),
                        home.resolve(".docker/desktop/docker.sock"))
                .anyMatch(Docker::listens);
    }

    private static boolean listens(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }
}
