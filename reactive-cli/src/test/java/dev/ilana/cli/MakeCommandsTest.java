package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.cli.InProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code make:} commands write compiles without a warning, and works. */
class MakeCommandsTest {

    /** How many there are. */
    private static final int STUBS = 10;

    @TempDir
    private Path directory = Path.of(".");

    private InProcess ilana = new InProcess(directory);

    @BeforeEach
    void project() {
        ilana = new InProcess(directory);
    }

    @CanIgnoreReturnValue
    private List<String> made(String... args) {
        Outcome outcome = ilana.run(args);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        return outcome.out()
                .lines()
                .map(line -> line.replace("made  DIR/", "").replaceAll("M\\d{8}_\\d{6}_", "M_"))
                .toList();
    }

    private String text(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    private String migration(String title) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("database/migrations"))) {
            return Files.readString(files.filter(file -> file.toString().endsWith(title + ".java"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private void compileAll() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(directory);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "-d",
                    Files.createDirectory(directory.resolve("classes")).toString(),
                    "-Xlint:all",
                    "-Werror",
                    "-proc:none",
                    "-classpath",
                    System.getProperty("java.class.path"));
            assertThat(compiler.getTask(
                                    null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                            .call())
                    .isTrue();
        }
    }

    private void seeder(String work) throws IOException {
        ilana.write("database/seeders/MainSeeder.java", """
                import dev.ilana.schema.seed.*;
                import org.reactivestreams.Publisher;

                public final class MainSeeder implements Seeder {
                    @Override
                    public Publisher<?> run(Seeding seeding) {
                        return %s;
                    }
                }
                """.formatted(work));
    }

    // What is written

    @Test
    void allThatIsMadeCompilesWithoutAWarning() throws IOException {
        assertThat(made("make:model", "BlogPost", "--all", "--package", "app.models"))
                .containsExactly(
                        "database/models/app/models/BlogPost.java",
                        "database/migrations/M_CreateBlogPostsTable.java",
                        "database/factories/app/models/BlogPostFactory.java",
                        "database/seeders/app/models/BlogPostSeeder.java");
        made("make:model", "Tag", "-f");
        made("make:model", "Tagging", "--between", "BlogPost,Tag", "-a", "--connection", "reports");
        made("make:model", "Process", "-m");
        made("make:factory", "Posts", "--model", "app.models.BlogPost", "--package", "app.factories");
        made("make:seeder", "DatabaseSeeder", "--package", "app");
        made("make:observer", "TagObserver", "--model", "Tag");
        made("make:observer", "PostObserver", "--package", "app", "--model", "app.models.BlogPost");
        made("make:observer", "AuditObserver");
        made("make:cast", "MoneyCast", "--package", "app.casts");
        made("make:migration", "nothing_yet");
        made("make:migration", "add_age_to_tags_table");
        compileAll();
    }

    @Test
    void aModelIsMigratedSavedAndFound() throws IOException {
        made("make:model", "BlogPost", "-m");
        assertThat(ilana.run("migrate").exitCode()).isZero();
        seeder("new BlogPost().save().flatMap(post -> BlogPost.BLOG_POSTS.findOrFail(post.id()))");
        assertThat(ilana.run("seed")).isEqualTo(new Outcome(0, "seeded  MainSeeder  N ms\n", ""));
        assertThat(ilana.values("blog_posts", "id")).containsExactly("1");
        assertThat(ilana.run("schema:diff", "--models", "--check")).isEqualTo(new Outcome(0, "", "Nothing differs.\n"));
        assertThat(ilana.run("migrate:rollback").err()).isEmpty();
    }

    @Test
    void aModelOfATableBetweenIsMigratedAndSaved() throws IOException {
        made("make:model", "Role", "-m");
        made("make:model", "User", "-m");
        assertThat(made("make:model", "RoleUser", "--pivot", "-m"))
                .containsExactly("database/models/RoleUser.java", "database/migrations/M_CreateRoleUserTable.java");
        assertThat(ilana.run("migrate").err()).isEmpty();
        seeder("new Role().save().then(new User().save()).then(new RoleUser()"
                + ".set(RoleUser.ROLE_ID, 1L).set(RoleUser.USER_ID, 1L).save())");
        assertThat(ilana.run("seed")).isEqualTo(new Outcome(0, "seeded  MainSeeder  N ms\n", ""));
        assertThat(ilana.values("role_user", "user_id")).containsExactly("1");
        assertThat(ilana.run("schema:diff", "--models", "--check")).isEqualTo(new Outcome(0, "", "Nothing differs.\n"));
        assertThat(ilana.run("migrate:reset").err()).isEmpty();
    }

    @Test
    void aFactoryMakesWhatASeederStores() throws IOException {
        ilana.write("ilana.properties", "seeders.directories = database/seeders, database/factories\n");
        made("make:model", "Tag", "-m", "-f");
        assertThat(ilana.run("migrate").err()).isEmpty();
        seeder("TagFactory.TAG.times(3).create()");
        assertThat(ilana.run("seed")).isEqualTo(new Outcome(0, "seeded  MainSeeder  N ms\n", ""));
        assertThat(ilana.values("tags", "id")).containsExactly("1", "2", "3");
    }

    @Test
    void theDirectoriesAreThoseOfTheSettingsAndTheConnection() throws IOException {
        ilana.write("ilana.properties", """
                models.directories = src/main/java
                factories.directories = src/test/java
                stubs.directory = stubs
                connections.reports.url = h2:mem:reports
                connections.reports.models.directories = reports
                connections.reports.migrations.directories = reports/migrations
                """);
        ilana.write("stubs/cast.java.stub", "// {{ class }} of the project\n");
        assertThat(made("make:model", "Tag", "-f"))
                .containsExactly("src/main/java/Tag.java", "src/test/java/TagFactory.java");
        assertThat(made("make:model", "Line", "-m", "--connection", "reports"))
                .containsExactly("reports/Line.java", "reports/migrations/M_CreateLinesTable.java");
        assertThat(text("reports/Line.java")).contains("Line::new).connection(\"reports\").timestamps();");
        made("make:cast", "MoneyCast");
        assertThat(text("src/main/java/MoneyCast.java")).isEqualTo("// MoneyCast of the project\n");
    }

    // Migrations

    @ParameterizedTest
    @CsvSource({
        "create_posts_table, schema.create(\"posts\"",
        "CreateBlogPostsTable, schema.create(\"blog_posts\"",
        "add_age_to_users_table, schema.table(\"users\"",
        "MoveAgeFromUsersTable, schema.table(\"users\"",
        "M20260101_000000_CreatePostsTable, schema.create(\"posts\"",
        "create_index_on_posts, return Mono.empty()"
    })
    void theNameTellsWhatAMigrationIsAbout(String name, String work) throws IOException {
        made("make:migration", name);
        String words = name.contains("_") && !name.startsWith("M2") ? "" : name.replaceAll("M\\d+_\\d+_", "");
        assertThat(migration(words)).contains(work);
    }

    @Test
    void theTableOfAMigrationIsSaid() throws IOException {
        made("make:migration", "Posts", "--create=blog.posts");
        assertThat(migration("Posts")).contains("schema.create(\"blog.posts\"", "schema.drop(\"blog.posts\")");
        made("make:migration", "Ages", "--table=users");
        assertThat(migration("Ages")).contains("schema.table(\"users\"");
    }

    @Test
    void emptyMigrationsRunAndAreTakenBack() {
        made("make:migration", "create_users_table");
        made("make:migration", "nothing_yet");
        made("make:migration", "change_nothing_in_users_table");
        assertThat(ilana.run("migrate").err()).isEmpty();
        assertThat(ilana.run("migrate:reset").err()).isEmpty();
    }

    @Test
    void aMigrationIsOfOneThing() {
        String usage = "\nTry 'ilana-r make:migration --help'.\n";
        assertThat(ilana.run("make:migration", "Ages", "--create=a", "--table=b"))
                .isEqualTo(new Outcome(2, "", "say one of --create TABLE and --table TABLE, not both" + usage));
        assertThat(ilana.run("make:migration", "Ages", "--create=a b"))
                .isEqualTo(new Outcome(
                        2, "", "--create is the name of a table, of letters, digits and _, not a b" + usage));
        assertThat(ilana.run("make:migration", "Ages", "--create=a", "--from-diff", "--models"))
                .isEqualTo(new Outcome(
                        2, "", "--create and --table are not those of --from-diff, which finds the tables" + usage));
        assertThat(ilana.run("make:migration", "Ages", "--models"))
                .isEqualTo(new Outcome(
                        2, "", "--prisma, --models, --drop, --drop-all and --rename are those of --from-diff" + usage));
        assertThat(directory.resolve("database")).doesNotExist();
    }

    @Test
    void aTableIsNotCreatedByTwoMigrations() throws IOException {
        made("make:migration", "create_tags_table");
        assertThat(made("make:model", "Tag", "-a"))
                .startsWith("database/models/Tag.java")
                .endsWith("left  M_CreateTagsTable, which creates tags already");
        Outcome again = ilana.run("make:model", "Tag", "-m", "--force", "--json");
        assertThat(again.out().replaceAll("M\\d{8}_\\d{6}_", "M_")).isEqualTo("""
                {"event":"made","file":"DIR/database/models/Tag.java"}
                {"event":"left","migration":"M_CreateTagsTable"}
                """);
        try (Stream<Path> files = Files.list(directory.resolve("database/migrations"))) {
            assertThat(files).hasSize(1);
        }
    }

    // What is refused

    @Test
    void whatIsThereIsWrittenOverOnlyByForce() throws IOException {
        made("make:factory", "TagFactory");
        ilana.write("database/factories/TagFactory.java", "mine");
        assertThat(ilana.run("make:model", "Tag", "-f"))
                .isEqualTo(new Outcome(
                        1, "", "DIR/database/factories/TagFactory.java is there already; force it to write over it\n"));
        assertThat(directory.resolve("database/models")).doesNotExist();
        assertThat(text("database/factories/TagFactory.java")).isEqualTo("mine");

        assertThat(ilana.run("make:model", "Tag", "-f", "--force", "--json")).isEqualTo(new Outcome(0, """
                {"event":"made","file":"DIR/database/models/Tag.java"}
                {"event":"made","file":"DIR/database/factories/TagFactory.java"}
                """, ""));
        assertThat(text("database/factories/TagFactory.java")).contains("Factory<Tag> TAG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blog-post", "../Post", "class", "record", "", "a.Post"})
    void whatIsNoNameOfAClassIsRefused(String name) {
        for (String kind : new String[] {"model", "seeder", "factory", "observer", "cast"}) {
            assertThat(ilana.run("make:" + kind, name))
                    .isEqualTo(new Outcome(
                            2,
                            "",
                            "NAME is that of a class, such as RoleSeeder, not " + name + "\nTry 'ilana-r make:" + kind
                                    + " --help'.\n"));
        }
    }

    @Test
    void whatIsNoNameOfAnythingElseIsRefused() {
        String usage = "\nTry 'ilana-r make:%s --help'.\n";
        assertThat(ilana.run("make:model", "Tag", "--package", "app..x"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "--package is that of a class, such as app.models, not app..x" + usage.formatted("model")));
        assertThat(ilana.run("make:model", "Tag", "--connection", "a\"b").err())
                .isEqualTo("--connection is a name of letters, digits and _, not a\"b" + usage.formatted("model"));
        assertThat(ilana.run("make:model", "BlogPostTag", "--pivot"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "--pivot takes a name that is made of two words, such as RoleUser; say the two models by"
                                + " --between where it isn't" + usage.formatted("model")));
        assertThat(ilana.run("make:model", "Tagging", "--between", "Tag"))
                .isEqualTo(new Outcome(2, "", "--between is two models, such as Role,User" + usage.formatted("model")));
        assertThat(ilana.run("make:observer", "TagObserver", "--model", "app/Tag"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "--model is the name of a class, such as User or app.models.User, not app/Tag"
                                + usage.formatted("observer")));
        assertThat(ilana.run("make:factory", "Tags"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "which model is it for? Say it by --model, or call it after the model, such as UserFactory"
                                + usage.formatted("factory")));
        assertThat(directory.resolve("database")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "make:model Table, Table, model",
        "make:model Long, Long, model",
        "make:model ID, ID, model",
        "make:model SHEEP, SHEEP, model",
        "make:model TagTag --pivot, TAG_ID, pivot",
        "make:seeder Seeder, Seeder, seeder",
        "make:factory Factory --model Tag, Factory, factory",
        "make:observer Model, Model, observer",
        "make:cast Cast, Cast, cast"
    })
    void aNameThatTheSourceNeedsForSomethingElseIsRefused(String command, String name, String stub) {
        assertThat(ilana.run(command.split(" ", -1)))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        name + " means something else in " + stub + ".java.stub; choose another name\nTry 'ilana-r "
                                + command.split(" ", -1)[0] + " --help'.\n"));
    }

    @Test
    void whereNoFileCanBeItSaysSo() throws IOException {
        ilana.write("database", "a file");
        assertThat(ilana.run("make:model", "Tag"))
                .isEqualTo(
                        new Outcome(1, "", "can't write DIR/database/models/Tag.java: DIR/database is no directory\n"));
    }

    // Stubs of the project

    @Test
    void aStubOfTheProjectIsUsed() throws IOException {
        assertThat(made("make:stubs", "model", "migration.create"))
                .containsExactly("database/stubs/model.java.stub", "database/stubs/migration.create.java.stub");
        String stub = text("database/stubs/model.java.stub");
        ilana.write("database/stubs/model.java.stub", stub.replace("/** A row", "/** OURS. A row"));
        made("make:model", "Tag");
        assertThat(text("database/models/Tag.java")).contains("/** OURS. A row of {@code tags}. */");
    }

    @Test
    void allStubsAreWrittenAndNoneTwice() throws IOException {
        assertThat(made("make:stubs")).hasSize(STUBS);
        assertThat(ilana.run("make:stubs", "--json"))
                .isEqualTo(new Outcome(
                        1, "", "DIR/database/stubs/model.java.stub is there already; force it to write over it\n"));
        assertThat(made("make:stubs", "--force")).hasSize(STUBS);
        made("make:model", "Tag", "-a");
        compileAll();
    }

    @Test
    void anUnknownPlaceholderIsNamedWithItsLine() throws IOException {
        ilana.write("database/stubs/seeder.java.stub", """
                {{ package }}
                final class {{class}} {{ // braces of Java are none of it
                // {{ clas }}
                """);
        assertThat(ilana.run("make:seeder", "TagSeeder"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "DIR/database/stubs/seeder.java.stub:3: there is no {{ clas }}; did you mean {{ class }}?"
                                + " There are package, class\n"));
        assertThat(directory.resolve("database/seeders")).doesNotExist();
    }

    @Test
    void whatIsNoStubIsRefused() {
        Outcome refused = ilana.run("make:stubs", "modle");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("there is no stub modle; there are model, pivot, migration, migration.create,"
                        + " migration.table, migration.pivot, seeder, factory, observer, cast\n"
                        + "Try 'ilana-r make:stubs --help'.\n");
    }

    @Test
    void theHelpOfEachHasExamples() {
        for (String kind : new String[] {"model", "migration", "seeder", "factory", "observer", "cast", "stubs"}) {
            assertThat(ilana.run("make:" + kind, "--help").out()).contains("Examples:\n  ilana-r make:" + kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"model Tag", "seeder Tags", "factory TagFactory", "observer Tags", "cast Tags", "stubs"})
    void thoseThatAskNoDatabaseTakeNoneOfItsOptions(String made) {
        List<String> words = List.of(("make:" + made).split(" "));
        String help = ilana.run(words.get(0), "--help").out();
        for (String option :
                List.of("--url", "--schema", "--lock", "--lock-timeout", "--connect-timeout", "--classpath")) {
            Outcome refused = ilana.run(
                    Stream.concat(words.stream(), Stream.of(option + "=1")).toArray(String[]::new));
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).startsWith("Unknown option: '" + option + "=1'\n");
            assertThat(help).doesNotContain(option);
        }
        assertThat(help).contains("--connection", "--json", "--verbose");
        assertThat(help.contains("--path")).isEqualTo(made.startsWith("model"));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aModelTakesThePlaceOfItsMigration() {
        assertThat(made(
                        "make:model",
                        "Tag",
                        "-m",
                        "--path",
                        directory.resolve("db").toString()))
                .containsExactly("database/models/Tag.java", "db/M_CreateTagsTable.java");
    }
}
