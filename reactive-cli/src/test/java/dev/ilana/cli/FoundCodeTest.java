package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.cli.InProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of a project is found in jars of each kind and in directories, and what is compiled is kept. */
class FoundCodeTest {

    private static final String MIGRATION = """
            package app.migrations;

            import dev.ilana.schema.build.Schema;
            import dev.ilana.schema.migrate.Migration;
            import reactor.core.publisher.Mono;

            public final class M20260101_000000_CreateUsers implements Migration {

                @Override
                public Mono<Void> up(Schema schema) {
                    return schema.create("users", table -> {
                        table.id();
                        table.string("name");
                    });
                }

                @Override
                public Mono<Void> down(Schema schema) {
                    return schema.drop("users");
                }
            }
            """;

    private static final String MODEL = """
            package app.models;

            import dev.ilana.Table;
            import dev.ilana.model.Column;
            import dev.ilana.model.Model;

            public final class User extends Model<User> {

                public static final Table<User> USERS = Table.of("users", User::new);
                public static final Column<User, Long> ID = USERS.id();
                public static final Column<User, String> NAME = USERS.string("name");

                public User() {
                    super(USERS);
                }
            }
            """;

    private static final String SEEDER = """
            package app.seeders;

            import app.models.User;
            import dev.ilana.schema.seed.Seeder;
            import dev.ilana.schema.seed.Seeding;
            import reactor.core.publisher.Mono;

            public final class UserSeeder implements Seeder {

                @Override
                public Mono<Void> run(Seeding seeding) {
                    return new User().set(User.NAME, "Ada").save().then();
                }
            }
            """;

    private static final String SQL = "-- up\ncreate table posts (id int primary key);\n-- down\ndrop table posts;\n";

    @TempDir
    private Path directory;

    private InProcess project;

    @BeforeEach
    void project() {
        project = new InProcess(directory);
    }

    private Compiled compiled() throws IOException {
        return new Compiled(directory.resolve("packed/classes"))
                .with("app.models.User", MODEL)
                .with("app.migrations.M20260101_000000_CreateUsers", MIGRATION)
                .with("app.seeders.UserSeeder", SEEDER)
                .withFile("database/migrations/M20260102_000000_CreatePosts.sql", SQL);
    }

    private void assertAllIsFound(Path entry) {
        assertThat(project.run("migrate", "--classpath", entry.toString())).isEqualTo(new Outcome(0, """
                        migrated  M20260101_000000_CreateUsers  N ms
                        migrated  M20260102_000000_CreatePosts  N ms
                        """, ""));
        assertThat(project.run("db:seed", "--jar", entry.toString()).exitCode()).isZero();
        assertThat(project.values("users", "name")).containsExactly("Ada");
        Outcome diagram = project.run("schema:diagram", "--models", "--classpath", entry.toString());
        assertThat(diagram.out()).as(diagram.err()).contains("\"users\" {", "name");
        assertThat(project.run("migrate:rollback", "--classpath", entry.toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void migrationsSqlFilesSeedersAndModelsAreInADirectory() throws IOException {
        assertAllIsFound(compiled().directory());
    }

    @Test
    void orInAJar() throws IOException {
        assertAllIsFound(compiled().jar("app.jar", ""));
    }

    @Test
    void orInTheJarOfASpringBootApplicationWithItsLibraries() throws IOException {
        Path library = new Compiled(directory.resolve("library/classes"))
                .with("app.models.User", MODEL)
                .jar("models.jar", "");
        Compiled application = compiled();
        Files.delete(application.directory().resolve("app/models/User.class"));

        Path jar = application.bootJar("boot.jar", List.of(library));

        assertThat(project.run("migrate", "--jar", jar.toString()).exitCode()).isZero();
        Outcome seeded = project.run("db:seed", "--jar", jar.toString());
        assertThat(seeded.exitCode()).as(seeded.err()).isZero();
        assertThat(project.values("users", "name")).containsExactly("Ada");
        assertThat(project.run("schema:diagram", "--models", "--jar", jar.toString())
                        .err())
                .as("libraries are not looked into")
                .startsWith("no models found; looked for classes with a static Table in DIR/database/models")
                .contains("packed/boot.jar");
    }

    @Test
    void orInAWar() throws IOException {
        assertAllIsFound(compiled().jar("app.war", "WEB-INF/classes/"));
    }

    @Test
    void whatAJarRegistersIsAllThatCounts() throws IOException {
        Path jar = compiled()
                .with(
                        "app.other.M20260103_000000_Registered",
                        MIGRATION
                                .replace("app.migrations", "app.other")
                                .replace("M20260101_000000_CreateUsers", "M20260103_000000_Registered"))
                .withFile(
                        "META-INF/services/dev.ilana.schema.migrate.Migration",
                        "# those of this service\napp.other.M20260103_000000_Registered # one\n\n")
                .jar("app.jar", "");

        assertThat(project.run("migrate:list", "--classpath", jar.toString()).out())
                .contains("M20260102_000000_CreatePosts", "M20260103_000000_Registered")
                .doesNotContain("CreateUsers");
    }

    @Test
    void aJarThatIsNotThereOrNoneIsSaid() throws IOException {
        Path text = Files.writeString(directory.resolve("text.jar"), "no jar");

        assertThat(project.run(
                        "migrate", "--classpath", directory.resolve("no.jar").toString()))
                .isEqualTo(new Outcome(1, "", "--classpath names DIR/no.jar, which does not exist\n"));
        Outcome outcome = project.run("migrate", "--classpath", text.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("can't read DIR/text.jar: ");
    }

    @Test
    void whatIsCompiledIsKeptUntilItsSourceIsAnother() throws IOException {
        project.write("database/migrations/M20260101_000000_CreateUsers.java", source(MIGRATION));
        assertThat(project.run("migrate").exitCode()).isZero();
        List<Path> first = kept();
        assertThat(first).hasSize(1);
        FileTime made = Files.getLastModifiedTime(classFile(first.get(0)));

        assertThat(project.run("migrate:status").exitCode()).isZero();
        assertThat(kept()).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(classFile(first.get(0)))).isEqualTo(made);

        project.write(
                "database/migrations/M20260101_000000_CreateUsers.java",
                source(MIGRATION).replace("table.string(\"name\")", "table.text(\"name\")"));
        assertThat(project.run("migrate:status").out()).contains("edited");
        assertThat(kept()).hasSize(2);
    }

    @Test
    void whatWasNotUsedForAMonthIsRemoved() throws IOException {
        project.write("database/migrations/M20260101_000000_CreateUsers.java", source(MIGRATION));
        assertThat(project.run("migrate").exitCode()).isZero();
        Path old = kept().get(0);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(31))));

        project.write(
                "database/migrations/M20260102_000000_CreateOthers.java",
                source(MIGRATION).replace("M20260101_000000_CreateUsers", "M20260102_000000_CreateOthers"));
        assertThat(project.run("migrate:status").exitCode()).isZero();

        assertThat(kept()).hasSize(1).doesNotContain(old);
    }

    @Test
    void whatDoesNotCompileIsNotKept() throws IOException {
        project.write("database/migrations/M20260101_000000_CreateUsers.java", "public final class");

        for (int i = 0; i < 2; i++) {
            Outcome outcome = project.run("migrate");
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err())
                    .startsWith("the migrations do not compile:\n"
                            + "DIR/database/migrations/M20260101_000000_CreateUsers.java:1: ");
        }
        assertThat(kept()).isEmpty();
    }

    @Test
    void whereNothingCanBeKeptItWorksAllTheSame() throws IOException {
        project.with("XDG_CACHE_HOME", project.write("file", "in the way").toString());
        project.write("database/migrations/M20260101_000000_CreateUsers.java", source(MIGRATION));

        assertThat(project.run("migrate").exitCode()).isZero();
        assertThat(project.run("migrate:rollback").exitCode()).isZero();
    }

    @Test
    void aSeederUsesAFactoryOfTheProject() throws IOException {
        project.write("database/migrations/M20260101_000000_CreateUsers.java", source(MIGRATION));
        project.write("database/models/User.java", MODEL);
        project.write("database/factories/app/factories/UserFactory.java", """
                package app.factories;

                import app.models.User;
                import dev.ilana.testkit.factory.Factory;

                public final class UserFactory {

                    public static final Factory<User> USER = Factory.of(
                            User.USERS, fake -> new User().set(User.NAME, fake.name().fullName()));

                    private UserFactory() {}
                }
                """);
        project.write("database/factories/app/factories/Broken.java", "no seeder needs it");
        project.write(
                "database/seeders/UserSeeder.java",
                SEEDER.replace("app.seeders", "app.other")
                        .replace("import app.models.User;", "import app.factories.UserFactory;")
                        .replace(
                                "new User().set(User.NAME, \"Ada\").save().then()",
                                "UserFactory.USER.times(3).create().then()"));

        Outcome seeded = project.run("migrate", "--seed");
        assertThat(seeded.exitCode()).as(seeded.err()).isZero();
        assertThat(project.values("users", "name")).hasSize(3);
    }

    @Test
    void aBuildToolIsNotAskedForAProjectThatHasNothingToDoWithTheLibrary() throws IOException {
        project.write("pom.xml", "<no pom");
        project.write("src/main/java/app/Other.java", "package app; class Other {}");
        project.write("database/migrations/M20260101_000000_CreateUsers.java", source(MIGRATION));

        assertThat(project.run("migrate"))
                .isEqualTo(new Outcome(0, "migrated  M20260101_000000_CreateUsers  N ms\n", ""));
    }

    @Test
    void norForOneThatIsNotToBeLookedInto() throws IOException {
        project.write("ilana.properties", "code.project = false\n");
        project.write("pom.xml", "<no pom");
        project.write("src/main/java/app/App.java", "import dev.ilana.DB;");
        project.write("database/migrations/M20260101_000000_CreateUsers.java", source(MIGRATION));

        assertThat(project.run("migrate"))
                .isEqualTo(new Outcome(0, "migrated  M20260101_000000_CreateUsers  N ms\n", ""));
    }

    private static String source(String packaged) {
        return packaged.replace("package app.migrations;\n\n", "");
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(directory.resolve("cache/ilana-r"))) {
            return all.sorted().toList();
        }
    }

    private static Path classFile(Path kept) {
        return kept.resolve("M20260101_000000_CreateUsers.class");
    }
}
