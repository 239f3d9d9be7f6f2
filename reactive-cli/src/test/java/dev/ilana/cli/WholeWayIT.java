package dev.ilana.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.cli.Launcher.Outcome;
import dev.ilana.testkit.contract.Feature;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From an empty directory to a project with rows, and back, by the real launcher. */
class WholeWayIT {

    private static final String BOOK = """
            package shop;

            import dev.ilana.Table;
            import dev.ilana.model.Column;
            import dev.ilana.model.Model;

            public final class Book extends Model<Book> {

                public static final Table<Book> BOOKS = Table.of("books", Book::new);
                public static final Column<Book, Long> ID = BOOKS.id();
                public static final Column<Book, String> TITLE = BOOKS.string("title");

                public Book() {
                    super(BOOKS);
                }
            }
            """;

    private static final String CREATE_BOOKS = """
            package shop;

            import dev.ilana.schema.build.Schema;
            import dev.ilana.schema.migrate.Migration;
            import reactor.core.publisher.Mono;

            public final class M20260101_000000_CreateBooks implements Migration {

                @Override
                public Mono<Void> up(Schema schema) {
                    return schema.create("books", table -> {
                        table.id();
                        table.string("title");
                    });
                }

                @Override
                public Mono<Void> down(Schema schema) {
                    return schema.drop("books");
                }
            }
            """;

    private static final String BOOK_SEEDER = """
            package shop;

            import dev.ilana.schema.seed.Seeder;
            import dev.ilana.schema.seed.Seeding;
            import reactor.core.publisher.Mono;

            public final class BookSeeder implements Seeder {

                @Override
                public Mono<Book> run(Seeding seeding) {
                    return new Book().set(Book.TITLE, "Things Fall Apart").save();
                }
            }
            """;

    @TempDir
    private Path temporary = Path.of(".");

    private Path directory = temporary;

    @BeforeEach
    void emptyDirectory() throws IOException {
        directory = Files.createDirectories(temporary.toRealPath().resolve("shop"));
    }

    private Launcher launcher() {
        return Launcher.in(directory)
                .with("XDG_CACHE_HOME", temporary.resolve("cache").toString());
    }

    private static Outcome run(Launcher launcher, String... arguments) throws IOException, InterruptedException {
        Outcome outcome = launcher.run(arguments);
        assertThat(outcome.exitCode())
                .as("%s: %s", String.join(" ", arguments), outcome.err())
                .isZero();
        return new Outcome(
                0,
                outcome.out().replaceAll("\\d+ ms", "N ms").replaceAll("M\\d{8}_\\d{6}_", "M_"),
                outcome.err().replaceAll("\\d+ ms", "N ms"));
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    @Feature({"19.1", "19.2", "19.4"})
    void fromAnEmptyDirectoryToRowsAndBack(DatabaseKind kind) throws Exception {
        if (kind == DatabaseKind.H2) {
            // Where setup says it is.
            toRowsAndBack(launcher());
        } else {
            try (TestDatabase database = TestServers.require(kind).createDatabase("shop")) {
                toRowsAndBack(launcher().with("DB_URL", database.url()));
            }
        }
    }

    private void toRowsAndBack(Launcher ilana) throws Exception {
        assertThat(run(ilana, "setup").out()).startsWith("made  ilana.yml\n");
        assertThat(run(ilana, "make:model", "Book", "--all").out()).isEqualTo("""
                made  database/models/Book.java
                made  database/migrations/M_CreateBooksTable.java
                made  database/factories/BookFactory.java
                made  database/seeders/BookSeeder.java
                """);
        assertThat(run(ilana, "migrate").out()).contains("migrated  M_CreateBooksTable  N ms\n");
        assertThat(run(ilana, "migrate:status", "--check").out()).doesNotContain("pending");

        Path seeder = directory.resolve("database/seeders/BookSeeder.java");
        Files.writeString(
                seeder,
                Files.readString(seeder)
                        .replace("return Mono.empty();", "return Mono.when(new Book().save(), new Book().save());"));
        assertThat(run(ilana, "db:seed").out()).isEqualTo("seeded  BookSeeder  N ms\n");

        write("books.jsh", """
                Book.BOOKS.count()
                Book.BOOKS.orderBy(Book.ID).pluck(Book.ID)
                Book.BOOKS.where(Book.ID.gt(1L)).delete()
                """);
        assertThat(run(ilana, "tinker", "books.jsh").out()).isEqualTo("2\n1\n2\n1\n");
        assertThat(run(ilana, "db:table", "books", "--json").out()).contains("\"name\":\"created_at\"");

        assertThat(run(ilana, "migrate:rollback").out()).contains("rolled back  M_CreateBooksTable  N ms\n");
        Outcome gone = ilana.run("db:table", "books");
        assertThat(gone.exitCode()).isEqualTo(1);
        assertThat(gone.err()).contains("books");
    }

    @Test
    @Feature("19.4")
    void theJarOfASpringBootApplicationHasAllOfIt() throws Exception {
        Compiled application = new Compiled(temporary.resolve("built/classes"))
                .with("shop.Book", BOOK)
                .with("shop.M20260101_000000_CreateBooks", CREATE_BOOKS)
                .with("shop.BookSeeder", BOOK_SEEDER);
        String jar = application.bootJar("shop.jar", List.of()).toString();
        Launcher ilana = launcher().with("DB_URL", "h2:file:" + temporary.resolve("app"));

        assertThat(run(ilana, "migrate", "--seed", "--jar", jar).out()).isEqualTo("""
                migrated  M_CreateBooks  N ms
                seeded  BookSeeder  N ms
                """);
        assertThat(run(ilana, "tinker", "--jar", jar, "-e", "Book.BOOKS.pluck(Book.TITLE)")
                        .out())
                .isEqualTo("Things Fall Apart\n");
        assertThat(run(ilana, "schema:diff", "--models", "--check", "--jar", jar)
                        .out())
                .isEmpty();
        assertThat(run(ilana, "migrate:reset", "--jar", jar).out()).isEqualTo("rolled back  M_CreateBooks  N ms\n");
    }
}
