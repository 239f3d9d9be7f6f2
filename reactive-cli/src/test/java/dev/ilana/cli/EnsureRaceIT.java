package dev.ilana.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.cli.Launcher.Outcome;
import dev.ilana.connection.Database;
import dev.ilana.schema.ensure.SchemaRegistry;
import dev.ilana.testkit.contract.Feature;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** Processes that ensure one schema at the same time, again and again: one makes it, the others find it made. */
class EnsureRaceIT {

    private static final int PROCESSES = 4;
    private static final int TIMES = 3;

    private static final String SHOP = """
            datasource db {
              provider = "%s"
            }

            model users {
              id    BigInt   @id @default(autoincrement())
              email String   @unique @db.VarChar(190)
              posts posts[]
            }

            model posts {
              id        BigInt @id @default(autoincrement())
              title     String @db.VarChar(80)
              author_id BigInt
              author    users  @relation(fields: [author_id], references: [id])

              @@index([title])
            }
            """;

    @TempDir
    private Path directory = Path.of(".");

    @BeforeEach
    @Feature("19.3")
    void aModel() throws Exception {
        Path models = Files.createDirectories(directory.resolve("database/models"));
        Files.writeString(models.resolve("Role.java"), """
                import dev.ilana.Table;
                import dev.ilana.model.*;

                public final class Role extends Model<Role> {
                    public static final Table<Role> ROLES = Table.of("roles", Role::new);
                    public static final Column<Role, Long> ID = ROLES.id();
                    public static final Column<Role, String> NAME = ROLES.string("name").maxLength(40).unique();

                    public Role() {
                        super(ROLES);
                    }
                }
                """);
    }

    @Test
    void ofAPrismaFile() throws Exception {
        Path file = directory.resolve("shop.prisma");
        Files.writeString(file, SHOP.formatted("mysql"));
        raced(DatabaseKind.MARIADB, "--prisma", file.toString());
    }

    @Test
    void ofModels() throws Exception {
        raced(DatabaseKind.POSTGRESQL, "--models");
    }

    private void raced(DatabaseKind kind, String... wanted) throws Exception {
        try (TestDatabase database = TestServers.require(kind).createDatabase("ensure")) {
            Launcher ilana = Launcher.in(directory).with("DB_URL", database.url());
            // JVMs on a small machine take their time to connect.
            String[] ensure = command("schema:ensure", wanted);
            String plan = ilana.run(command(
                            "schema:ensure",
                            Stream.concat(Stream.of(wanted), Stream.of("--plan"))
                                    .toArray(String[]::new)))
                    .out();
            List<Outcome> outcomes = new ArrayList<>();
            ExecutorService threads = Executors.newFixedThreadPool(PROCESSES);
            try {
                List<Future<List<Outcome>>> running = new ArrayList<>();
                for (int i = 0; i < PROCESSES; i++) {
                    running.add(threads.submit(() -> again(ilana, ensure)));
                }
                for (Future<List<Outcome>> one : running) {
                    outcomes.addAll(one.get());
                }
            } finally {
                threads.shutdown();
            }
            Outcome made = new Outcome(0, plan, "");
            assertThat(outcomes).hasSize(PROCESSES * TIMES).containsOnlyOnce(made);
            outcomes.remove(made);
            assertThat(outcomes).containsOnly(new Outcome(0, "", "Nothing to do.\n"));
            assertThat(ensured(database.url())).isEqualTo(1);
            assertThat(ilana.run(command("schema:diff", wanted))).isEqualTo(new Outcome(0, "", "Nothing differs.\n"));
        }
    }

    private static List<Outcome> again(Launcher ilana, String... ensure) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            outcomes.add(ilana.run(ensure));
        }
        return outcomes;
    }

    private static String[] command(String name, String... wanted) {
        return Stream.concat(Stream.of(name, "--connect-timeout", "60"), Stream.of(wanted))
                .toArray(String[]::new);
    }

    /** How often the database was given a schema. */
    private static long ensured(String url) {
        return requireNonNull(Mono.usingWhen(
                        Mono.fromSupplier(() -> Database.connect(url)),
                        database -> SchemaRegistry.on(database).history().count(),
                        Database::close)
                .block());
    }
}
