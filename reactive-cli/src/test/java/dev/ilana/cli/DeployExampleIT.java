package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ilana.cli.Launcher.Outcome;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of the example that deploys do what its compose file says, without its containers. */
class DeployExampleIT {

    private static final Path EXAMPLE = Path.of("..", "examples", "deploy");

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void theProgramFindsItsTableWhenTheStepBeforeItHasEnded() throws Exception {
        copyTheExample();
        JsonNode services = new YAMLMapper()
                .readTree(EXAMPLE.resolve("compose.yml").toFile())
                .get("services");
        try (TestDatabase database =
                TestServers.require(DatabaseKind.POSTGRESQL).createDatabase("deployed")) {
            Launcher ilana = Launcher.in(directory).with("DB_URL", database.url());

            assertThat(ilana.run(command(services, "app")).exitCode()).isNotZero();
            Outcome migrated = ilana.run(command(services, "migrate"));
            assertThat(migrated.exitCode()).as(migrated.err()).isZero();
            assertThat(migrated.out()).contains("M20261122_090000_CreateNotes");
            assertThat(ilana.run(command(services, "migrate")).exitCode())
                    .as("once more")
                    .isZero();
            Outcome shown = ilana.run(command(services, "app"));
            assertThat(shown.exitCode()).as(shown.err()).isZero();
            assertThat(shown.out()).contains("written_at");
        }
        assertThat(services.at("/app/depends_on/migrate/condition").asText())
                .isEqualTo("service_completed_successfully");
    }

    private void copyTheExample() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = directory.resolve(EXAMPLE.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static String[] command(JsonNode services, String name) {
        return StreamSupport.stream(services.get(name).get("command").spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);
    }
}
