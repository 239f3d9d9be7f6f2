package dev.ilana.testkit.contract;

import static dev.ilana.connection.TransactionOptions.attempts;
import static dev.ilana.testkit.contract.Canary.WORD;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.PREFS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.CachedRows;
import dev.ilana.connection.Database;
import dev.ilana.connection.LogSettings;
import dev.ilana.connection.PoolSettings;
import dev.ilana.connection.QueryCache;
import dev.ilana.dialect.Capability;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.DeadlockException;
import dev.ilana.error.IlanaException;
import dev.ilana.query.Row;
import dev.ilana.sql.Sql;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Whatever goes wrong, and with everything logged that may be logged, no bound value and no password is in a message, in a
 * cause, in a stack trace or in the log of this library. What drivers log by themselves is theirs; what they throw is {@link
 * DatabaseException#driverException()}, which is nobody's cause.
 */
public interface CanaryContract extends BlogContract {

    /** Values with the word in them, short, long, and with what a database might cut or quote at. */
    List<String> VALUES = List.of(
            WORD, "a '" + WORD + "' (b), " + WORD, (WORD + " ").repeat(40).strip());

    /** A database that logs all that it logs without being asked for values. */
    private static Database talkative(Runner run) {
        return Database.builder(run.url())
                .withPool(PoolSettings.DEFAULT.withMaxSize(4))
                .withLog(LogSettings.OFF.withSql().withSlow(Duration.ZERO))
                .build();
    }

    /** What the works ended with, where they failed, after looking for the word in it and in the log. */
    private static Map<String, Throwable> troubles(Runner run, Map<String, Supplier<Mono<?>>> works) {
        Map<String, Throwable> failed = new LinkedHashMap<>();
        Database database = talkative(run);
        try (LogRecording log = LogRecording.open()) {
            works.forEach((what, work) -> {
                Throwable error = run.value(Mono.defer(work::get)
                        .then(Mono.<Throwable>empty())
                        .onErrorResume(Mono::just)
                        .contextWrite(database.use()));
                if (error != null) {
                    Canary.assertNotIn(what, error);
                    assertThat(error).as(what).isInstanceOf(IlanaException.class);
                    failed.put(what, error);
                }
            });
            assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(WORD));
        }
        run.value(database.close());
        return failed;
    }

    private static User user(String name, String email) {
        return new User().name(name).email(email);
    }

    private static Map<String, Object> row(String name, String email) {
        Map<String, Object> row = new HashMap<>(Map.of("name", name, "email", email, "kind", "MEMBER"));
        row.put("age", 1);
        return row;
    }

    @Test
    @Feature({"20.1", "1.7"})
    default void whatADatabaseRefusesIsToldWithoutValues(Runner run) {
        Map<String, Supplier<Mono<?>>> works = new LinkedHashMap<>();
        for (int i = 0; i < VALUES.size(); i++) {
            String value = VALUES.get(i);
            String email = value.length() > 200 ? value.substring(0, 200) : value;
            String tooLong = value.repeat(1 + 300 / value.length());
            run.get(user("Ada", email).save());
            works.put("unique " + i, () -> user("Bob", email).save());
            works.put("unique, by name " + i, () -> DB.table("users").insert(row("Bob", email)));
            works.put(
                    "unique, an update " + i,
                    () -> user("Eve", "eve" + UUID.randomUUID())
                            .save()
                            .flatMap(eve -> eve.email(email).save()));
            works.put(
                    "foreign key " + i,
                    () -> new Post()
                            .set(Post.USER_ID, -1L)
                            .set(Post.TITLE, value.substring(0, Math.min(200, value.length())))
                            .save());
            works.put("null " + i, () -> new User().name(email).save());
            works.put(
                    "too long " + i,
                    () -> user(tooLong, "long" + UUID.randomUUID()).save());
            works.put(
                    "too long, in bulk " + i,
                    () -> USERS.insertMany(Flux.just(
                                    user("Bob", "bob" + UUID.randomUUID()), user(tooLong, "b" + UUID.randomUUID())))
                            .then());
            works.put(
                    "unique, in bulk " + i,
                    () -> USERS.insertMany(Flux.range(0, 30)
                                    .map(n -> user("Bob", n == 20 ? email : "bob" + n + UUID.randomUUID())))
                            .then());
            works.put(
                    "unique, in more bulk " + i,
                    () -> USERS.bulkInsert(IntStream.range(0, 300)
                            .mapToObj(n -> user(email, n == 200 ? email : "bob" + n + UUID.randomUUID()))
                            .toList()));
            works.put(
                    "too long, in more bulk " + i,
                    () -> USERS.bulkInsert(IntStream.range(0, 300)
                            .mapToObj(n -> user(n == 200 ? tooLong : email, "bob" + n + UUID.randomUUID()))
                            .toList()));
            works.put(
                    "no table " + i,
                    () -> DB.table("nowhere").where("a", value).get().then());
            works.put(
                    "no such function " + i,
                    () -> DB.select("select nothing_such(?)", value).then());
            works.put("no SQL " + i, () -> DB.select("selec ?", value).then());
            works.put(
                    "no SQL, to write " + i, () -> DB.statement("update nowhere set a = ? where b = ?", value, value));
        }
        int must = works.size();
        assertThat(troubles(run, works)).hasSize(must);
        run.assertNothingAcquired();
    }

    /** Which of these is an error is each database's own. */
    @Test
    @Feature({"20.1", "1.7"})
    default void whatADatabaseMayRefuseIsToldWithoutValues(Runner run) {
        Map<String, Supplier<Mono<?>>> works = new LinkedHashMap<>();
        for (int i = 0; i < VALUES.size(); i++) {
            String value = VALUES.get(i);
            works.put(
                    "no number " + i,
                    () -> DB.select("select cast(? as decimal(9, 2))", value).then());
            works.put(
                    "no date " + i,
                    () -> DB.select("select cast(? as date)", value).then());
            works.put(
                    "no number in a row " + i, () -> DB.table("posts").insert(Map.of("user_id", value, "title", "t")));
            works.put(
                    "no number to compare " + i,
                    () -> DB.table("users").where("id", value).get().then());
            works.put("no time in a row " + i, () -> {
                Map<String, Object> row = row("Ada", "ada" + UUID.randomUUID());
                row.put("created_at", value);
                return DB.table("users").insert(row);
            });
            works.put("no JSON " + i, () -> {
                Map<String, Object> row = row("Ada", "ada" + UUID.randomUUID());
                row.put("prefs", "{" + value);
                return DB.table("users").insert(row);
            });
            works.put(
                    "no boolean " + i,
                    () -> DB.table("posts").where("published", value).get().then());
            works.put("no member " + i, () -> {
                Map<String, Object> row = row("Ada", "ada" + UUID.randomUUID());
                row.put("kind", value);
                return DB.table("users").insert(row);
            });
            works.put(
                    "a zero character " + i,
                    () -> DB.table("users").insert(row(value + '\0', "ada" + UUID.randomUUID())));
        }
        assertThat(troubles(run, works)).isNotEmpty();
        run.assertNothingAcquired();
    }

    @Test
    @Feature("20.1")
    default void whatIsRefusedBeforeItIsSentIsToldWithoutValues(Runner run) {
        run.get(DB.table("users").insert(row(WORD, WORD)));
        Supplier<Mono<Row>> stored = () -> DB.table("users").where("name", WORD).firstOrFail();
        Map<String, Supplier<Mono<?>>> works = new LinkedHashMap<>();
        works.put(
                "a condition of another type",
                () -> USERS.where("age", WORD).get().then());
        works.put(
                "a condition on a time",
                () -> USERS.where("created_at", WORD).get().then());
        works.put(
                "a list where one is due",
                () -> USERS.where("name", List.of(WORD)).get().then());
        works.put(
                "a map where one is due",
                () -> DB.table("users").where("name", Map.of(WORD, WORD)).get().then());
        works.put(
                "values of several types",
                () -> DB.table("users").whereIn("name", List.of(WORD, 1)).get().then());
        works.put(
                "half a character",
                () -> USERS.where("name", WORD + '\ud800').get().then());
        works.put("one that is not fillable", () -> Mono.just(new User().fill(Map.of("kind", WORD))));
        works.put("one that does not fit when filled", () -> Mono.just(new User().fill(Map.of("age", WORD))));
        works.put("a cursor of a page", () -> USERS.query().orderBy(ID).cursorPaginate(5, WORD));
        works.put("no such key", () -> USERS.findOrFail(WORD));
        works.put("no such id", () -> DB.table("users").where("name", "nobody").findOrFail(WORD));
        works.put("no such row", () -> USERS.where(NAME.eq("not " + WORD)).firstOrFail());
        works.put("a text as a number", () -> stored.get().map(row -> row.get("name", Integer.class)));
        works.put("a text as a time", () -> stored.get().map(row -> row.get("name", Instant.class)));
        works.put("a text as a UUID", () -> stored.get().map(row -> row.get("name", UUID.class)));
        works.put("a text as a truth", () -> stored.get().map(row -> row.get("name", Boolean.class)));
        Map<String, Throwable> failed = troubles(run, works);
        assertThat(failed).hasSize(works.size());
    }

    @Test
    @Feature("20.1")
    default void whatIsStoredAndCantBeReadIsToldWithoutValues(Runner run) {
        User ada =
                run.get(User.named("Ada").set(PREFS, new User.Prefs("dark", 12)).save());
        run.get(DB.statement("update users set kind = ? where id = ?", WORD, ada.get(ID))
                .onErrorReturn(0L)); // where the database takes members only
        Map<String, Supplier<Mono<?>>> works = new LinkedHashMap<>();
        works.put("no member", () -> USERS.findOrFail(ada.get(ID)).map(user -> user.get(KIND)));
        works.put(
                "another JSON",
                () -> USERS.where(ID.eq(ada.get(ID)))
                        .update(Map.of("prefs", Map.of("theme", List.of(WORD))))
                        .then(USERS.findOrFail(ada.get(ID)))
                        .map(user -> user.get(PREFS)));
        // Which of them is an error is each database's own.
        assertThat(troubles(run, works)).hasSizeBetween(0, works.size());
    }

    @Test
    @Feature({"20.1", "1.9"})
    default void transactionsThatFailAndWhatFollowsThemTellNoValues(Runner run) {
        User ada = run.get(user(WORD, "ada@example.org").save());
        User bob = run.get(user("Bob", "bob@example.org").save());
        Meeting both = new Meeting(2);
        Map<String, Supplier<Mono<?>>> works = new LinkedHashMap<>();
        works.put(
                "a deadlock",
                () -> Mono.whenDelayError(
                        DB.transaction(() -> rename(ada).then(both.arrive()).then(rename(bob))),
                        DB.transaction(() -> rename(bob).then(both.arrive()).then(rename(ada)))));
        works.put(
                "a nested failure",
                () -> DB.transaction(() ->
                        DB.transaction(() -> user("Eve", "bob@example.org").save())));
        works.put(
                "attempts that all fail",
                () -> DB.transaction(
                        () -> rename(ada).then(user(WORD, "bob@example.org").save()), attempts(2)));
        works.put(
                "what follows a rollback",
                () -> DB.transaction(() -> DB.afterRollback(
                                () -> user(WORD, "bob@example.org").save())
                        .then(user(WORD, "bob@example.org").save())));
        works.put(
                "what follows a commit",
                () -> DB.transaction(
                        () -> DB.afterCommit(() -> user(WORD, "bob@example.org").save())));
        Map<String, Throwable> failed = troubles(run, works);
        assertThat(failed).hasSize(works.size());
        assertThat(failed.get("a deadlock")).isInstanceOf(DeadlockException.class);
    }

    private static Mono<Long> rename(User user) {
        return DB.table("users").where("id", user.get(ID)).update(Map.of("name", WORD));
    }

    /** Caches and listeners are the user's own, and may say what they like; the log repeats it not. */
    @Test
    @Feature({"20.1", "1.9"})
    default void aCacheAndAListenerThatFailTellNoValues(Runner run) {
        run.get(user(WORD, WORD).save());
        QueryCache broken = new QueryCache() {
            @Override
            public Mono<CachedRows> get(String key) {
                return Mono.empty();
            }

            @Override
            public Mono<Void> put(String key, CachedRows result, Set<String> tables, Duration duration) {
                return Mono.error(new IllegalStateException(
                        "too large: " + Arrays.asList(result.rows().get(0))));
            }

            @Override
            public Mono<Void> forget(Set<String> tables) {
                return Mono.error(new IllegalStateException(WORD));
            }

            @Override
            public Mono<Void> clear() {
                return Mono.error(new IllegalStateException(WORD));
            }
        };
        Database database = Database.builder(run.url())
                .withCache(broken)
                .withListener(query -> {
                    throw new IllegalStateException(WORD);
                })
                .build();
        try (LogRecording log = LogRecording.open()) {
            assertThat(run.get(USERS.query()
                            .remember(Duration.ofMinutes(1))
                            .get()
                            .count()
                            .contextWrite(database.use())))
                    .isEqualTo(1);
            run.get(user("Bob", "bob").save().contextWrite(database.use()));
            assertThat(log.lines()).hasSizeGreaterThan(1).noneMatch(line -> line.contains(WORD));
        }
        run.value(database.close());
    }

    @Test
    @Feature("20.1")
    default void whatIsPrintedHasNoValues(Runner run) {
        Database database = talkative(run);
        User ada = run.get(user(WORD, WORD).save());
        List<Sql> statements = run.get(DB.dryRun(() -> user(WORD, WORD).save().onErrorComplete()));
        List<Object> printed = new ArrayList<>(statements);
        printed.addAll(List.of(
                database,
                Database.builder(run.url()),
                ada,
                run.get(USERS.query().collection()),
                USERS.where(NAME.eq(WORD)),
                DB.table("users").where("name", WORD),
                run.get(DB.healthCheck())));
        assertThat(statements).isNotEmpty();
        assertThat(printed).extracting(Object::toString).noneMatch(text -> text.contains(WORD));
        run.value(database.close());
    }

    @Test
    @Feature({"1.2", "20.1"})
    @Needs(Capability.SERVER)
    default void aPasswordIsNowhere(Runner run) {
        List<String> urls = List.of(
                run.url().replaceFirst("//[^@]*@", "//nobody:" + WORD + "@"),
                run.url().replaceFirst("//[^@]*@", "//nobody:" + WORD + "@").replaceFirst(":[0-9]+/", ":1/"),
                run.url().replaceFirst("//[^@]*@", "//nobody:" + WORD + "@").replaceFirst(":[0-9]+/", ":x/"),
                run.url().replaceFirst("//[^@]*@", "//nobody:" + WORD + "@").replaceFirst("/[a-z0-9_]+$", ""),
                run.url().replaceFirst("//[^@]*@", "//nobody:" + WORD + "@") + "?sslMode=" + "nonsense",
                run.url().replaceFirst("//[^@]*@", "//nobody:%zz" + WORD + "@"),
                run.url().replaceFirst("//[^@]*@", "//nobody:" + WORD + "/@:?@"),
                "nothing://nobody:" + WORD + "@host/name",
                "nobody:" + WORD);
        try (LogRecording log = LogRecording.open()) {
            for (String url : urls) {
                String what = url.replace(WORD, "***");
                Throwable error = failure(run, url);
                Canary.assertNotIn(what, error);
                assertThat(error).as(what).isInstanceOf(IlanaException.class);
            }
            assertThat(log.lines()).noneMatch(line -> line.contains(WORD));
        }
    }

    private static Throwable failure(Runner run, String url) {
        Database database;
        try {
            database = Database.builder(url).withLog(LogSettings.OFF.withSql()).build();
        } catch (IlanaException refused) {
            return refused;
        }
        assertThat(database + " " + run.get(database.healthCheck())).doesNotContain(WORD);
        Throwable error = run.error(database.executor().update(Sql.of("select 1")));
        run.value(database.close());
        return error;
    }
}
