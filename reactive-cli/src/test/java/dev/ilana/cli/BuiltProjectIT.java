package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ilana.cli.Launcher.Outcome;
import dev.ilana.testkit.contract.Feature;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the directory of a Maven or Gradle project the command line compiles it, once, and finds its migrations. */
class BuiltProjectIT {

    private static final Path JAR = Path.of(
                    "target", "reactive-cli-" + System.getProperty("ilana.version") + "-all.jar")
            .toAbsolutePath();

    private static final String MIGRATION = """
            package app;

            import dev.ilana.schema.build.Schema;
            import dev.ilana.schema.migrate.Migration;
            import reactor.core.publisher.Mono;

            public final class M20260101_000000_CreateUsers implements Migration {

                @Override
                public Mono<Void> up(Schema schema) {
                    return schema.create("users", table -> table.id());
                }

                @Override
                public Mono<Void> down(Schema schema) {
                    return schema.drop("users");
                }
            }
            """;

    @TempDir
    private Path temporary = Path.of(".");

    private Path directory = temporary;

    @BeforeEach
    void realPath() throws IOException {
        directory = Files.createDirectories(temporary.toRealPath().resolve("my shop"));
    }

    private Launcher launcher() {
        return Launcher.in(directory)
                .with("XDG_CACHE_HOME", temporary.resolve("cache").toString())
                .with("DB_URL", "h2:file:" + temporary.resolve("app"));
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    @Test
    @Feature("19.4")
    void aMavenProjectIsCompiledWhenItIsStale() throws Exception {
        write("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>app</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.source>17</maven.compiler.source>
                    <maven.compiler.target>17</maven.compiler.target>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencies>
                    <dependency>
                      <groupId>dev.ilana</groupId>
                      <artifactId>everything</artifactId>
                      <version>1</version>
                      <scope>system</scope>
                      <systemPath>JAR</systemPath>
                    </dependency>
                  </dependencies>
                </project>
                """.replace("JAR", JAR.toString()));
        assertCompiledWhenStale("Maven");
    }

    @Test
    void aGradleProjectToo() throws Exception {
        assumeTrue(isThere("gradle"), "no gradle on the PATH, and no repository has it");
        write("settings.gradle", "rootProject.name = 'shop'\n");
        write("build.gradle", """
                apply plugin: 'java'

                dependencies {
                    compileOnly files('JAR')
                }
                """.replace("JAR", JAR.toString()));
        assertCompiledWhenStale("Gradle");
    }

    private void assertCompiledWhenStale(String tool) throws Exception {
        write("src/main/java/app/M20260101_000000_CreateUsers.java", MIGRATION);
        write(
                "src/main/resources/database/migrations/M20260102_000000_CreatePosts.sql",
                "-- up\ncreate table posts (id int);\n-- down\ndrop table posts;\n");
        String compiling = "Compiling the " + tool + " project in " + directory + ".\n";

        assertThat(plain(launcher().run("migrate"))).isEqualTo(new Outcome(0, """
                        migrated  M20260101_000000_CreateUsers  N ms
                        migrated  M20260102_000000_CreatePosts  N ms
                        """, compiling));
        assertThat(launcher().run("migrate")).isEqualTo(new Outcome(0, "", "Nothing to migrate.\n"));
        assertThat(launcher().run("about").out())
                .contains("the " + tool + " project in " + directory)
                .doesNotContain("no such");

        write(
                "src/main/java/app/M20260103_000000_CreateTags.java",
                MIGRATION
                        .replace("M20260101_000000_CreateUsers", "M20260103_000000_CreateTags")
                        .replace("users", "tags"));
        assertThat(plain(launcher().run("migrate")))
                .isEqualTo(new Outcome(0, "migrated  M20260103_000000_CreateTags  N ms\n", compiling));

        assertModelsAndSeedersAreFound();

        write("src/main/java/app/Broken.java", "package app; class Broken { int x = nothing; }");
        Outcome broken = launcher().run("migrate:status");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.err())
                .startsWith(compiling + "the " + tool + " project in " + directory + " does not compile:\n")
                .contains("Broken.java", "nothing");
    }

    private void assertModelsAndSeedersAreFound() throws Exception {
        write("src/main/java/app/User.java", """
                package app;

                import dev.ilana.Table;
                import dev.ilana.model.Column;
                import dev.ilana.model.Model;

                public final class User extends Model<User> {

                    public static final Table<User> USERS = Table.of("users", User::new);
                    public static final Column<User, Long> ID = USERS.id();

                    public User() {
                        super(USERS);
                    }
                }
                """);
        write("src/main/java/app/UserSeeder.java", """
                package app;

                import dev.ilana.schema.seed.Seeder;
                import dev.ilana.schema.seed.Seeding;
                import reactor.core.publisher.Mono;

                public final class UserSeeder implements Seeder {

                    @Override
                    public Mono<User> run(Seeding seeding) {
                        return new User().save();
                    }
                }
                """);
        assertThat(plain(launcher().run("db:seed")).out()).isEqualTo("seeded  UserSeeder  N ms\n");
        assertThat(launcher().run("tinker", "-e", "User.USERS.count()")).isEqualTo(new Outcome(0, "1\n", ""));
        assertThat(plain(launcher().run("migrate:rollback", "--step", "1")))
                .isEqualTo(new Outcome(0, "rolled back  M20260103_000000_CreateTags  N ms\n", ""));
    }

    /** A Java as a container has it: of the modules of Java SE, and without a compiler. */
    @Test
    void aJavaWithoutACompilerSaysSoAndRunsWhatNeedsNone() throws Exception {
        Path java = temporary.resolve("jre");
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                "--add-modules",
                "java.se,jdk.unsupported,jdk.crypto.ec",
                "--output",
                java.toString()));
        Launcher launcher = launcher().with("JAVA_HOME", java.toString());
        write(
                "database/migrations/M20260102_000000_CreatePosts.sql",
                "-- up\ncreate table posts (id int);\n-- down\ndrop table posts;\n");

        assertThat(plain(launcher.run("migrate")))
                .isEqualTo(new Outcome(0, "migrated  M20260102_000000_CreatePosts  N ms\n", ""));

        write("database/migrations/M20260101_000000_CreateUsers.java", MIGRATION);
        assertThat(launcher.run("migrate:status"))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "this Java (" + java.toRealPath()
                                + ") has no compiler for the .java files of migrations; run with a JDK, or give them"
                                + " compiled by --classpath\n"));
    }

    private static Outcome plain(Outcome outcome) {
        return new Outcome(outcome.exitCode(), outcome.out().replaceAll("\\d+ ms", "N ms"), outcome.err());
    }

    private static boolean isThere(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
