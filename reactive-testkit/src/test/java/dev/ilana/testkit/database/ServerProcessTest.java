package dev.ilana.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ServerProcessTest {

    @Test
    void stoppingDeletesTheDirectory() throws Exception {
        Path directory = DataDirectory.create("test");
        ServerProcess process = ServerProcess.start(directory, "TERM", List.of("sleep", "60"));
        assertThat(process.alive()).isTrue();

        process.stop();

        assertThat(process.alive()).isFalse();
        assertThat(directory).doesNotExist();
    }

    @Test
    void aServerThatFailsLeavesItsLastWords() throws Exception {
        Path directory = DataDirectory.create("test");
        ServerProcess process = ServerProcess.start(directory, "TERM", List.of("sh", "-c", "echo no luck; exit 3"));

        assertThatThrownBy(() -> Readiness.await(
                        "r2dbc:postgresql://a:b@127.0.0.1:" + Machine.freePort() + "/x",
                        Duration.ofSeconds(20),
                        process::alive))
                .hasMessage("the server ended while starting");
        assertThat(process.lastWords()).isEqualTo("no luck");
        assertThat(directory).doesNotExist();
    }

    @Test
    void rootFallsBackToSetprivAndThenGivesUp() throws Exception {
        assertThat(Unprivileged.forRoot(command -> true).prefix()).containsExactly("unshare", "-U");
        assertThat(Unprivileged.forRoot(command -> command.contains("setpriv")).prefix())
                .startsWith("setpriv");
        assertThatThrownBy(() -> Unprivileged.forRoot(command -> false)).hasMessageContaining("refuses to run as root");
    }

    @Test
    void postgreSqlRunsAsNobodyWhereNamespacesAreRefused() throws Exception {
        Assumptions.assumeTrue(Machine.isRoot(), "only root can become nobody");
        Unprivileged nobody =
                Unprivileged.forRoot(command -> !command.contains("unshare") && SetupCommand.succeeds(command));

        LaunchedServer server = EmbeddedPostgreSql.launch(nobody, Machine.freePort());
        try {
            Readiness.await(
                    new PostgreSqlProduct().adminUrl(server.address()),
                    Duration.ofSeconds(30),
                    server.process()::alive);
        } finally {
            server.process().stop();
        }
    }
}
