package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.cli.console.Surroundings;
import dev.ilana.connection.Database;
import dev.ilana.sql.Sql;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code schema:diff}, {@code schema:ensure}, {@code schema:pull}, {@code schema:validate} and {@code schema:diagram}. */
class SchemaCommandsTest {

    private static final String BLOG = """
            datasource db {
              provider = "h2"
            }

            model users {
              id    Int     @id @default(autoincrement())
              email String  @unique @db.VarChar(190)
              posts posts[]
            }

            model posts {
              id        Int    @id @default(autoincrement())
              title     String @db.VarChar(80)
              author_id Int
              users     users  @relation(fields: [author_id], references: [id])
            }
            """;

    private static final String ALL_OF_IT = """
            + table "users" (id, email)
            + table "posts" (id, title, author_id)
            + foreign key "posts.author_id" → "users.id" on delete restrict on update cascade
            """;

    @TempDir
    private Path directory = Path.of(".");

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> questions = new ArrayList<>();
    private @Nullable String answer;
    private String prisma = "";

    @BeforeEach
    void aPrismaFile() throws IOException {
        prisma = Files.writeString(directory.resolve("blog.prisma"), BLOG).toString();
        environment.put("DB_URL", "h2:file:" + directory.resolve("app"));
        environment.put("DB_SHADOW_URL", "h2:file:" + directory.resolve("shadow"));
    }

    private record Outcome(int exitCode, String out, String err) {}

    private Outcome run(String... args) {
        Surroundings surroundings = new Surroundings(directory, environment, question -> {
            questions.add(question);
            return answer;
        });
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                IlanaR.commandLine(surroundings).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = command.execute(args);
        command.getOut().flush();
        return new Outcome(exitCode, plain(out), plain(err));
    }

    private static String plain(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n").replaceAll("\\d+ ms", "N ms");
    }

    /** What somebody does to the database without telling anybody. */
    private void byHand(String sql) {
        Mono<Void> done = Mono.usingWhen(
                Mono.fromSupplier(() -> Database.connect(environment.getOrDefault("DB_URL", ""))),
                database -> Flux.fromArray(sql.split(";"))
                        .concatMap(one -> database.executor().update(Sql.of(one)))
                        .then(),
                Database::close);
        assertThat(done.blockOptional()).isEmpty();
    }

    // schema:ensure

    @Test
    void whatIsPlannedIsDoneOnceAndThenNothing() {
        assertThat(run("schema:ensure", "--prisma", prisma, "--plan")).isEqualTo(new Outcome(0, ALL_OF_IT, ""));
        assertThat(run("schema:ensure", "--prisma", prisma)).isEqualTo(new Outcome(0, ALL_OF_IT, ""));
        assertThat(run("schema:ensure", "--prisma", prisma)).isEqualTo(new Outcome(0, "", "Nothing to do.\n"));
        assertThat(run("schema:diff", "--prisma", prisma, "--check"))
                .isEqualTo(new Outcome(0, "", "Nothing differs.\n"));
    }

    @Test
    void aColumnIsKeptUnlessItIsDroppedOrRenamed() throws IOException {
        assertThat(run("schema:ensure", "--prisma", prisma).exitCode()).isZero();
        Files.writeString(Path.of(prisma), BLOG.replace("title     String", "headline  String"));
        String kept = "! column \"posts.title\": it is dropped only by --drop columns\n";
        String renamed = "~ column \"posts.title\": is now \"headline\"\n";

        assertThat(run("schema:diff", "--prisma", prisma).out())
                .isEqualTo("+ column \"posts.headline\" varchar(80) not null\n" + kept);
        assertThat(run("schema:diff", "--prisma", prisma, "--drop", "columns").out())
                .isEqualTo("+ column \"posts.headline\" varchar(80) not null\n- column \"posts.title\"\n");
        assertThat(run("schema:diff", "--prisma", prisma, "--rename", "posts.title=headline"))
                .isEqualTo(new Outcome(0, renamed, ""));
        assertThat(run("schema:ensure", "--prisma", prisma, "--rename", "posts.title=headline"))
                .isEqualTo(new Outcome(0, renamed, ""));
        assertThat(run("schema:diff", "--prisma", prisma, "--check").exitCode()).isZero();
    }

    @Test
    void aTableMayHaveAnotherName() throws IOException {
        assertThat(run("schema:ensure", "--prisma", prisma).exitCode()).isZero();
        Files.writeString(Path.of(prisma), BLOG.replace("model users {", "model users {\n  @@map(\"people\")"));
        assertThat(run("schema:ensure", "--prisma", prisma, "--rename", "users=people", "--json")
                        .out())
                .startsWith("{\"change\":\"~ table \\\"users\\\": is now \\\"people\\\"\"}\n");
        assertThat(run("schema:diff", "--prisma", prisma, "--check").exitCode()).isZero();
    }

    @Test
    void inProductionAPersonIsAskedBeforeDataIsLostAndOnlyThen() throws IOException {
        environment.put("ILANA_ENV", "production");
        String[] ensure = {"schema:ensure", "--prisma", prisma, "--drop-all"};
        answer = "no";
        assertThat(run(ensure).exitCode()).isZero();
        assertThat(questions).as("nothing was to be dropped").isEmpty();

        byHand("alter table users add column age int");
        assertThat(run(ensure)).isEqualTo(new Outcome(130, "", "cancelled; nothing was done\n"));
        assertThat(questions)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("This is production, and schema:ensure destroys data.");
        answer = null;
        assertThat(run(ensure).exitCode()).isEqualTo(1);
        assertThat(run(ensure).err()).startsWith("ensuring this schema destroys data, and this is production;");
        answer = "yes";
        assertThat(run(ensure)).isEqualTo(new Outcome(0, "- column \"users.age\"\n", ""));
        questions.clear();
        byHand("alter table users add column age int");
        String[] forced = {"schema:ensure", "--prisma", prisma, "--drop", "columns", "--force"};
        assertThat(run(forced).out()).isEqualTo("- column \"users.age\"\n");
        assertThat(questions).isEmpty();
    }

    // schema:diff

    @Test
    void whatSomebodyChangedByHandIsDrift() throws IOException {
        assertThat(run("schema:ensure", "--prisma", prisma).exitCode()).isZero();
        byHand("alter table posts drop column title; create table drafts (id int)");

        Outcome drift = run("schema:diff", "--prisma", prisma, "--check");
        assertThat(drift).isEqualTo(new Outcome(4, """
                        + column "posts.title" varchar(80) not null
                        ! table "drafts": it is dropped only by --drop tables
                        """, ""));
        assertThat(run("schema:diff", "--prisma", prisma).exitCode())
                .as("unless it is checked")
                .isZero();
        assertThat(run("schema:diff", "--prisma", prisma, "--sql"))
                .isEqualTo(new Outcome(
                        0,
                        "alter table \"posts\" add column \"title\" varchar(80) not null;\n",
                        "! table \"drafts\": it is dropped only by --drop tables\n"));
        assertThat(run("schema:diff", "--prisma", prisma, "--json").out()).isEqualTo("""
                        {"change":"+ column \\"posts.title\\" varchar(80) not null"}
                        {"withheld":"table \\"drafts\\"","why":"it is dropped only by --drop tables"}
                        """);
        assertThat(run("schema:diff", "--prisma", prisma, "--sql", "--drop", "tables", "--json")
                        .out())
                .contains("{\"sql\":\"drop table \\\"drafts\\\"\"}\n");
    }

    @Test
    void theMigrationsAreHeldAgainstTheDatabaseThroughAShadow() throws IOException {
        Path migrations = Files.createDirectories(directory.resolve("database/migrations"));
        Files.writeString(
                migrations.resolve("M20260101_000000_Users.sql"),
                "create table users (id int primary key, name varchar(9))");
        String path = migrations.toString();
        assertThat(run("migrate", "--path", path).exitCode()).isZero();
        assertThat(run("schema:diff", "--migrations", "--check", "--path", path))
                .isEqualTo(new Outcome(0, "", "Nothing differs.\n"));

        byHand("alter table users drop column name");
        Files.writeString(migrations.resolve("M20260102_000000_Posts.sql"), "create table posts (id int primary key)");
        String shadow = "h2:file:" + directory.resolve("other-shadow");
        Outcome drift = run("schema:diff", "--migrations", "--check", "--path", path, "--shadow-url", shadow);
        assertThat(drift.exitCode()).isEqualTo(4);
        assertThat(drift.out()).contains("+ table \"posts\" (id)\n", "+ column \"users.name\" varchar(9)\n");
        environment.put("DB_URL", shadow);
        assertThat(run("schema:pull", "--prisma", "-").out())
                .as("the shadow is empty again")
                .doesNotContain("model");
    }

    @Test
    void aShadowWithTablesIsRefused() throws IOException {
        Path migrations = Files.createDirectories(directory.resolve("database/migrations"));
        Files.writeString(migrations.resolve("M20260101_000000_Users.sql"), "create table users (id int)");
        String path = migrations.toString();
        assertThat(run("migrate", "--path", path).exitCode()).isZero();
        String own = environment.getOrDefault("DB_URL", "");

        assertThat(run("schema:diff", "--migrations", "--path", path, "--shadow-url", own))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "the shadow database is not empty, and would be emptied in the end: it has table ilana_migrations, "
                                + "table ilana_migrations_lock, table users; nothing was done\n"));
        assertThat(run("migrate:status", "--check", "--path", path).exitCode()).isZero();
    }

    @Test
    void aDifferenceIsAskedForInOneWay() {
        String usage = "Try 'ilana-r schema:diff --help'.\n";
        assertThat(run("schema:diff"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "say --prisma FILE or --models [DIR], or --migrations, or one of the former with the latter\n"
                                + usage));
        assertThat(run("schema:diff", "--prisma", prisma, "--models", "--migrations"))
                .isEqualTo(new Outcome(2, "", "say one of --prisma FILE and --models [DIR], not both\n" + usage));
        assertThat(run("schema:diff", "--prisma", prisma, "--shadow-url", "h2:mem:a"))
                .isEqualTo(new Outcome(2, "", "--shadow-url goes with --migrations\n" + usage));
        assertThat(run("schema:diff", "--prisma", prisma, "--drop", "rows"))
                .isEqualTo(new Outcome(2, "", "--drop is tables, columns or keys, not rows\n" + usage));
        for (String rename : List.of("users", "users=", "=people", "a=b=c")) {
            assertThat(run("schema:diff", "--prisma", prisma, "--rename", rename))
                    .isEqualTo(new Outcome(
                            2,
                            "",
                            "--rename is old=new for a table and table.old=new for a column, not " + rename + "\n"
                                    + usage));
        }
    }

    // schema:pull

    @Test
    void aDatabaseIsWrittenAsAFileThatMakesItAgain() throws IOException {
        assertThat(run("schema:ensure", "--prisma", prisma).exitCode()).isZero();
        Path file = directory.resolve("schema.prisma");

        assertThat(run("schema:pull")).isEqualTo(new Outcome(0, "pulled  " + file + "  2 tables\n", ""));
        assertThat(file).content().contains("model posts {", "model users {").doesNotContain("ilana_");
        assertThat(run("schema:diff", "--prisma", file.toString(), "--check").exitCode())
                .isZero();
        assertThat(run("schema:pull", "--prisma", "-").out()).isEqualTo(Files.readString(file));
        assertThat(run("schema:pull", "--prisma", "-", "--json").out())
                .startsWith("{\"prisma\":\"datasource db {\\n")
                .endsWith("}\\n\"}\n");
    }

    @Test
    void aDatabaseIsWrittenAsModelsThatAgreeWithIt() throws IOException {
        assertThat(run("schema:ensure", "--prisma", prisma).exitCode()).isZero();
        Path models = directory.resolve("database/models");

        assertThat(run("schema:pull", "--models")).isEqualTo(new Outcome(0, "pulled  " + models + "  2 models\n", ""));

        assertThat(models.resolve("Post.java")).content().contains("BelongsTo<Post, User> AUTHOR = ");
        assertThat(run("schema:diff", "--models", "--check")).isEqualTo(new Outcome(0, "", "Nothing differs.\n"));
        assertThat(run("schema:pull", "--models", models.toString()))
                .as("what is there is a person's by now")
                .isEqualTo(new Outcome(
                        1, "", models.resolve("Post.java") + " is there already; force it to write over it\n"));
        assertThat(run("schema:pull", "--models", "--force", "--json").out())
                .isEqualTo("{\"event\":\"pulled\",\"directory\":\"" + models
                        + "\",\"files\":[\"Post.java\",\"User.java\"]}\n");
    }

    @Test
    void modelsStandInTheDirectoriesOfTheirPackage() {
        assertThat(run("schema:ensure", "--prisma", prisma).exitCode()).isZero();
        Path sources = directory.resolve("src");

        assertThat(run("schema:pull", "--models", sources.toString(), "--package", "app.shop"))
                .isEqualTo(new Outcome(0, "pulled  " + sources.resolve("app/shop") + "  2 models\n", ""));

        assertThat(sources.resolve("app/shop/User.java")).content().startsWith("package app.shop;\n");
        assertThat(run("schema:diff", "--models", sources.toString(), "--check").exitCode())
                .isZero();
        String usage = "Try 'ilana-r schema:pull --help'.\n";
        assertThat(run("schema:pull", "--package", "app.shop"))
                .isEqualTo(new Outcome(2, "", "--package is that of --models [DIR]\n" + usage));
        assertThat(run("schema:pull", "--models", "--prisma", "-"))
                .isEqualTo(new Outcome(2, "", "say one of --prisma FILE and --models [DIR], not both\n" + usage));
        assertThat(run("schema:pull", "--models", sources.toString(), "--package", "app..shop"))
                .isEqualTo(new Outcome(
                        1, "", "\"app..shop\" can't be the name of a package; say it as in com.example.models\n"));
    }

    @Test
    void aFileThatIsThereIsWrittenOverOnlyByForce() throws IOException {
        assertThat(run("schema:pull", "--prisma", prisma))
                .isEqualTo(new Outcome(1, "", prisma + " is there already; force it to write over it\n"));
        assertThat(Path.of(prisma)).content().isEqualTo(BLOG);
        assertThat(run("schema:pull", "--prisma", prisma, "--force", "--json").out())
                .isEqualTo("{\"event\":\"pulled\",\"file\":\"" + prisma + "\",\"tables\":0}\n");
        assertThat(Path.of(prisma)).content().isNotEqualTo(BLOG);
    }

    @Test
    void whatNoPrismaFileCanSayIsTold() throws IOException {
        byHand("create table cities (id int primary key); create view city_names as select id from cities");
        Outcome pulled = run("schema:pull", "--prisma", "-");
        assertThat(pulled.err()).isEqualTo("left out  view city_names\n");
        assertThat(pulled.out()).contains("model cities {");
    }

    @Test
    void aPlaceThatCanNotBeWrittenIsNamed() throws IOException {
        assertThat(run("schema:pull", "--prisma", prisma + "/a.prisma").err())
                .isEqualTo("can't write " + prisma + "/a.prisma: " + prisma + " is no directory\n");
        assertThat(run("schema:pull", "--force", "--prisma", directory.toString())
                        .err())
                .isEqualTo("can't write " + directory + ": " + directory + ": Is a directory\n");
    }

    // schema:validate

    @Test
    void aFileIsValidOrSaysWhereItIsWrong() throws IOException {
        assertThat(run("schema:validate", prisma))
                .isEqualTo(new Outcome(0, "valid  " + prisma + "  2 models, 0 enums\n", ""));
        assertThat(run("schema:validate", prisma, "--json").out())
                .isEqualTo("{\"event\":\"valid\",\"file\":\"" + prisma + "\",\"models\":2,\"enums\":0}\n");

        Files.writeString(Path.of(prisma), BLOG.replace("id    Int ", "id    Itn "));
        Outcome wrong = new Outcome(2, "", prisma + ":6:9: unknown type \"Itn\"; did you mean \"Int\"?\n");
        assertThat(run("schema:validate", prisma)).isEqualTo(wrong);
        assertThat(run("schema:diff", "--prisma", prisma)).isEqualTo(wrong);
        assertThat(run("schema:ensure", "--prisma", prisma)).isEqualTo(wrong);
        assertThat(run("schema:diagram", "--prisma", prisma)).isEqualTo(wrong);
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsNamed() throws IOException {
        String missing = directory.resolve("none.prisma").toString();
        Outcome refused = new Outcome(1, "", "can't read " + missing + ": there is no such file\n");
        assertThat(run("schema:validate", missing)).isEqualTo(refused);
        assertThat(run("schema:diff", "--prisma", missing)).isEqualTo(refused);
        Files.write(Path.of(prisma), new byte[] {(byte) 0xff, 0});
        assertThat(run("schema:validate", prisma).err())
                .isEqualTo("can't read " + prisma + ": it is no text in UTF-8\n");
        assertThat(run("schema:validate").exitCode()).isEqualTo(2);
        assertThat(run("schema:ensure").exitCode()).isEqualTo(2);
    }

    // schema:diagram

    @Test
    void aDatabaseAndAFileAreDrawnTheSame() throws IOException {
        assertThat(run("schema:ensure", "--prisma", prisma).exitCode()).isZero();
        String drawn = """
                erDiagram
                    "posts" {
                        integer id PK
                        varchar(80) title
                        integer author_id FK
                    }
                    "users" {
                        integer id PK
                        varchar(190) email UK
                    }
                    "users" ||..o{ "posts" : "author_id"
                """;
        assertThat(run("schema:diagram")).isEqualTo(new Outcome(0, drawn, ""));

        Path file = directory.resolve("docs/blog.dbml");
        environment.clear();
        String[] draw = {"schema:diagram", "--prisma", prisma, "--format", "dbml", "--out", file.toString()};
        assertThat(run(draw)).isEqualTo(new Outcome(0, "drawn  " + file + "  2 tables\n", ""));
        assertThat(file).content().contains("Table \"users\" {", "\"posts\".\"author_id\" > \"users\".\"id\"");
        assertThat(run(draw)).isEqualTo(new Outcome(1, "", file + " is there already; force it to write over it\n"));
        assertThat(run("schema:diagram", "--prisma", prisma, "--format", "png"))
                .isEqualTo(new Outcome(
                        2, "", "--format is mermaid or dbml, not png\nTry 'ilana-r schema:diagram --help'.\n"));
    }

    // Where there is no database

    @Test
    void aConnectionThatIsNotThereIsCalledWrongly() {
        environment.clear();
        for (String command : List.of("schema:pull", "schema:diagram")) {
            Outcome nothing = run(command);
            assertThat(nothing.exitCode()).as(nothing.err()).isEqualTo(2);
            Outcome unknown = run(command, "--connection", "reports");
            assertThat(unknown.exitCode()).as(unknown.err()).isEqualTo(2);
            assertThat(unknown.err()).contains("reports");
            assertThat(unknown.out()).isEmpty();
        }
    }
}
