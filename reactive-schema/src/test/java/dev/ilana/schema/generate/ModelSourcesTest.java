package dev.ilana.schema.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Model;
import dev.ilana.schema.build.Blueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelSourcesTest {

    private static final TableDefinition USERS = table("users", Blueprint::id);

    private static TableDefinition table(String name, Consumer<? super Blueprint> columns) {
        return Schema.definition(name, columns);
    }

    private static List<ModelSource> sources(TableDefinition... tables) {
        return ModelSources.of(new SchemaDefinition(List.of(tables), List.of()), "app.models");
    }

    private static String source(String className, TableDefinition... tables) {
        return source(className, sources(tables));
    }

    private static String source(String className, List<ModelSource> sources) {
        return sources.stream()
                .filter(source -> source.className().equals(className))
                .findFirst()
                .orElseThrow()
                .source();
    }

    /** The constants that a class declares after its table, each in a line as it is after its type. */
    private static List<String> declared(String source) {
        return Stream.of(source.replaceAll("=\n +", "= ").split("\n", -1))
                .filter(line -> line.contains("static final"))
                .skip(1)
                .map(line -> line.replaceFirst("    public static final ", ""))
                .toList();
    }

    private static List<String> declared(Consumer<? super Blueprint> columns) {
        return declared(sources(table("things", columns)).get(0).source());
    }

    @Test
    void aModelHasColumnsRelationsAndMethodsForAllOfThem() {
        TableDefinition users = table("users", t -> {
            t.id();
            t.string("email", 90).unique();
            t.enumeration("kind", "MEMBER", "ADMIN").defaultTo("MEMBER");
            t.foreignId("boss_id").nullable().constrained("users");
            t.timestamps();
            t.comment("who signs in");
        });

        assertThat(source("User", users)).isEqualTo("""
                package app.models;

                import dev.ilana.Table;
                import dev.ilana.model.Column;
                import dev.ilana.model.Model;
                import dev.ilana.model.ModelQuery;
                import dev.ilana.relation.BelongsTo;
                import dev.ilana.relation.HasMany;
                import dev.ilana.relation.RelationQuery;
                import java.time.Instant;
                import java.util.List;
                import org.jspecify.annotations.Nullable;

                /** who signs in. A row of {@code users}. */
                public final class User extends Model<User> {

                    public static final Table<User> USERS = Table.of("users", User::new).timestamps();

                    public static final Column<User, Long> ID = USERS.id();
                    public static final Column<User, String> EMAIL = USERS.string("email").maxLength(90).unique();
                    public static final Column<User, Kind> KIND = USERS.enumeration("kind", Kind.class).defaultTo(Kind.MEMBER);
                    public static final Column<User, Long> BOSS_ID = USERS.foreignId("boss_id").nullable();
                    public static final Column<User, Instant> CREATED_AT = USERS.createdAt();
                    public static final Column<User, Instant> UPDATED_AT = USERS.updatedAt();

                    public static final BelongsTo<User, User> BOSS = USERS.belongsTo("boss", BOSS_ID, () -> User.USERS);
                    public static final HasMany<User, User> USERS_RELATION = USERS.hasMany("users", () -> User.BOSS_ID);

                    public User() {
                        super(USERS);
                    }

                    public Long id() {
                        return get(ID);
                    }

                    public String email() {
                        return get(EMAIL);
                    }

                    public User email(String email) {
                        return set(EMAIL, email);
                    }

                    public Kind kind() {
                        return get(KIND);
                    }

                    public User kind(Kind kind) {
                        return set(KIND, kind);
                    }

                    public @Nullable Long bossId() {
                        return get(BOSS_ID);
                    }

                    public User bossId(@Nullable Long bossId) {
                        return set(BOSS_ID, bossId);
                    }

                    public @Nullable Instant createdAt() {
                        return get(CREATED_AT);
                    }

                    public @Nullable Instant updatedAt() {
                        return get(UPDATED_AT);
                    }

                    public ModelQuery<User> boss() {
                        return BOSS.of(this);
                    }

                    public @Nullable User loadedBoss() {
                        return get(BOSS);
                    }

                    public RelationQuery<User> users() {
                        return USERS_RELATION.of(this);
                    }

                    public List<User> loadedUsers() {
                        return get(USERS_RELATION);
                    }

                    /** What {@code kind} can be. */
                    public enum Kind {
                        MEMBER,
                        ADMIN
                    }
                }
                """);
    }

    // Columns

    @Test
    void columnsSayWhatIsKnownOfThem() {
        assertThat(declared(t -> {
                    t.string("name").primary();
                    t.string("title", 40).nullable();
                    t.decimal("price", 8, 2).defaultTo(new BigDecimal("0.50"));
                    t.smallInteger("rank").defaultTo(3);
                    t.tinyInteger("size").unsigned();
                    t.integer("count").unsigned();
                    t.text("body");
                    t.varbinary("bytes", 16).nullable();
                    t.json("options");
                    t.date("day").defaultRaw("current_date");
                    t.integer("twice").storedAs("rank * 2");
                    t.array("tags", Plain.TEXT);
                    t.specificType("path", "ltree").comment("*/ & \\u002a");
                }))
                .containsExactly(
                        "Column<Thing, String> NAME = THINGS.key(THINGS.string(\"name\"));",
                        "Column<Thing, String> TITLE = THINGS.string(\"title\").maxLength(40).nullable();",
                        "Column<Thing, BigDecimal> PRICE = THINGS.decimal(\"price\").digits(8, 2)"
                                + ".defaultTo(new BigDecimal(\"0.50\"));",
                        "Column<Thing, Short> RANK = THINGS.smallInteger(\"rank\").defaultTo((short) 3);",
                        "Column<Thing, Short> SIZE = THINGS.smallInteger(\"size\");",
                        "Column<Thing, Long> COUNT = THINGS.bigInteger(\"count\");",
                        "Column<Thing, String> BODY = THINGS.text(\"body\");",
                        "Column<Thing, byte[]> BYTES = THINGS.binary(\"bytes\").maxLength(16).nullable();",
                        "Column<Thing, Object> OPTIONS = THINGS.json(\"options\", Object.class);",
                        "Column<Thing, LocalDate> DAY = THINGS.date(\"day\");",
                        "Column<Thing, Integer> TWICE = THINGS.integer(\"twice\").nullable().readOnly();",
                        "Column<Thing, Object[]> TAGS = THINGS.column(\"tags\", Cast.of(Object[].class, Stored.ARRAY,"
                                + " value -> value, value -> value));",
                        "Column<Thing, Object> PATH = THINGS.column(\"path\", Cast.of(Object.class, Stored.OTHER,"
                                + " value -> value, value -> value));");
    }

    @Test
    void theDocumentationSaysWhatOnlyTheDatabaseKnowsAndIsNothingButText() {
        String source = source("Log", table("logs", t -> {
            t.inet("address").comment("*/ int i; \\u002a\\u002f {@link X} <b>");
            t.comment("every */ request");
        }));

        assertThat(source)
                .contains(
                        """
                        /**
                         * every &#42;&#47; request. A row of {@code logs}.
                         *
                         * <p>The table has no key that tells a row from the others: its rows are read, and a
                         * {@code save()} is refused.
                         *
                         * <p>Only this database has the type of {@code address}:
                         * the value is what its driver gives and takes, and text is taken for what it spells.
                         */
                        """, "    /** &#42;&#47; int i; &#92;u002a&#92;u002f &#123;&#64;link X&#125; &#60;b&#62; */\n");
    }

    @Test
    void wordsThatAreNoNamesInJavaAreText() {
        assertThat(declared(t -> {
                    t.id();
                    t.enumeration("size", "x-large", "2").defaultTo("2");
                    t.enumeration("mood", "happy", "sad").ofType("moods").defaultTo("sad");
                }))
                .contains(
                        "Column<Thing, String> SIZE = THINGS.string(\"size\").defaultTo(\"2\");",
                        "Column<Thing, Mood> MOOD = THINGS.column(\"mood\", Cast.of(Mood.class, Stored.OTHER,"
                                + " word -> Mood.valueOf(word.toString()), Mood::name)).defaultTo(Mood.sad);");
    }

    // Keys

    @Test
    void theDatabaseTheModelOrTheProgramMakesTheKey() {
        assertThat(declared(Blueprint::id)).containsExactly("Column<Thing, Long> ID = THINGS.id();");
        assertThat(declared(t -> t.id("number")))
                .containsExactly("Column<Thing, Long> NUMBER = THINGS.id(\"number\");");
        assertThat(declared(t -> t.increments("id")))
                .containsExactly("Column<Thing, Integer> ID = THINGS.generatedKey(THINGS.integer(\"id\"));");
        assertThat(declared(t -> t.uuid("id").primary())).containsExactly("Column<Thing, UUID> ID = THINGS.uuidKey();");
        assertThat(declared(t -> t.ulid("id").primary()))
                .containsExactly("Column<Thing, String> ID = THINGS.ulidKey();");
        assertThat(declared(t -> t.uuid("id").primary().defaultRaw("gen_random_uuid()")))
                .containsExactly("Column<Thing, UUID> ID = THINGS.generatedKey(THINGS.uuid(\"id\"));");
        assertThat(declared(t -> t.uuid("token").primary()))
                .containsExactly("Column<Thing, UUID> TOKEN = THINGS.key(THINGS.uuid(\"token\"));");
        assertThat(declared(t -> {
                    t.integer("row");
                    t.integer("seat");
                    t.primary("row", "seat");
                    t.index("seat", "row");
                }))
                .endsWith(
                        "CompositeKey<Thing> KEY = THINGS.keys(ROW, SEAT);",
                        "TableIndex<Thing> BY_SEAT_ROW = THINGS.index(SEAT, ROW);");
    }

    @Test
    void aKeyOfSeveralColumnsIsPointedAt() {
        TableDefinition halls = table("halls", t -> {
            t.integer("cinema");
            t.integer("number");
            t.primary("cinema", "number");
        });
        TableDefinition seats = table("seats", t -> {
            t.id();
            t.integer("c");
            t.integer("n");
            t.foreign("c", "n").references("cinema", "number").on("halls");
            t.integer("n2");
            t.foreign("n2", "c").references("number", "cinema").on("halls");
        });

        assertThat(declared(source("Seat", halls, seats)))
                .contains(
                        "CompositeKey<Seat> HALL_BY_C_N_KEY = SEATS.foreignKey(C, N);",
                        "BelongsTo<Seat, Hall> HALL_BY_C_N = SEATS.belongsTo(\"hall_by_c_n\", HALL_BY_C_N_KEY, () -> Hall.HALLS);",
                        "BelongsTo<Seat, Hall> HALL_BY_N2_C = SEATS.belongsToBy(\"hall_by_n2_c\", HALL_BY_N2_C_KEY,"
                                + " () -> Hall.NUMBER_CINEMA_KEY);");
        assertThat(declared(source("Hall", halls, seats)))
                .contains(
                        "HasMany<Hall, Seat> SEATS_BY_HALL = HALLS.hasMany(\"seats_by_hall\", () -> Seat.HALL_BY_C_N_KEY);",
                        "HasMany<Hall, Seat> SEATS_BY_HALL_2 = HALLS.hasMany(\"seats_by_hall_2\", () -> Seat.HALL_BY_N2_C_KEY,"
                                + " NUMBER_CINEMA_KEY);");
    }

    // Times

    @Test
    void timesThatAreNotAsModelsKeepThemAreTold() {
        assertThat(declared(t -> {
                    t.id();
                    t.timestamp("createdAt");
                    t.dateTime("updated_at");
                    t.dateTime("deleted_at").nullable();
                }))
                .containsExactly(
                        "Column<Thing, Long> ID = THINGS.id();",
                        "Column<Thing, Instant> CREATED_AT = THINGS.timeOnCreate(THINGS.timestamp(\"createdAt\"), now -> now);",
                        "Column<Thing, LocalDateTime> UPDATED_AT = THINGS.timeOnSave(THINGS.dateTime(\"updated_at\"),"
                                + " now -> LocalDateTime.ofInstant(now, ZoneOffset.UTC));",
                        "Column<Thing, LocalDateTime> DELETED_AT = THINGS.dateTime(\"deleted_at\").nullable();");
        assertThat(sources(table("things", t -> {
                            t.id();
                            t.timestamp("createdAt").nullable();
                            t.timestamp("updatedAt").nullable();
                            t.timestamp("deletedAt").nullable();
                        }))
                        .get(0)
                        .source())
                .contains(".timestamps(\"createdAt\", \"updatedAt\").softDeletes(\"deletedAt\");");
    }

    @Test
    void whatADatabaseHasOneTypeForIsTakenByItsNameOrValues() {
        TableDefinition present = table("things", t -> {
            t.id();
            t.smallInteger("rank").unsigned();
            t.dateTime("seen_at");
            t.dateTime("created_at").nullable();
            t.dateTime("updated_at").nullable();
        });

        assertThat(read(present, Dialects.MARIADB))
                .contains(
                        "Column<Thing, Integer> RANK = THINGS.integer(\"rank\");",
                        "Column<Thing, LocalDateTime> SEEN_AT = THINGS.dateTime(\"seen_at\");",
                        "Column<Thing, Instant> CREATED_AT = THINGS.createdAt();");
        assertThat(read(present, Dialects.POSTGRESQL))
                .contains(
                        "Column<Thing, Short> RANK = THINGS.smallInteger(\"rank\");",
                        "Column<Thing, LocalDateTime> CREATED_AT = THINGS.timeOnCreate(THINGS.dateTime(\"created_at\")"
                                + ".nullable(), now -> LocalDateTime.ofInstant(now, ZoneOffset.UTC));");
    }

    private static List<String> read(TableDefinition present, Dialect dialect) {
        SchemaDefinition schema = new SchemaDefinition(List.of(present), List.of());
        return declared(source("Thing", ModelSources.of(schema, "", dialect)));
    }

    // Names

    @Test
    void aNameThatIsTakenGetsWhatItIsBehindIt() {
        String source = source(
                "TableModel",
                table("tables", t -> {
                    t.id();
                    t.string("tables");
                    t.string("class");
                    t.string("save");
                    t.string("userId");
                    t.foreignId("user_id").constrained("users");
                    t.enumeration("user", "a");
                    t.string("_");
                }),
                USERS);

        assertThat(declared(source))
                .contains(
                        "Column<TableModel, String> TABLES_COLUMN = TABLES.string(\"tables\");",
                        "Column<TableModel, String> USER_ID = TABLES.string(\"userId\");",
                        "Column<TableModel, Long> USER_ID_COLUMN = TABLES.foreignId(\"user_id\");",
                        "Column<TableModel, TableModelUser> USER = TABLES.enumeration(\"user\", TableModelUser.class);",
                        "Column<TableModel, String> NAMELESS = TABLES.string(\"_\");");
        assertThat(source)
                .contains(
                        "public String classValue()",
                        "public TableModel saveValue(String saveValue)",
                        "public Long userIdValue()",
                        "import dev.ilana.Table;");
    }

    @Test
    void classesAreNamedAfterRowsAndEachHasAFileOfItsOwn() {
        assertThat(sources(
                                USERS,
                                table("user", Blueprint::id),
                                table("audit.users", Blueprint::id),
                                table("USERS", Blueprint::id),
                                table("_2fa", Blueprint::id),
                                table("String", Blueprint::id),
                                table("order_items", Blueprint::id))
                        .stream()
                        .map(ModelSource::fileName))
                .containsExactly(
                        "User.java",
                        "User2.java",
                        "AuditUser.java",
                        "Users.java",
                        "_2fa.java",
                        "StringModel.java",
                        "OrderItem.java");
    }

    @Test
    void everyMethodOfAModelIsTaken() {
        Stream<Class<?>> classes = Stream.iterate((Class<?>) Model.class, type -> type != null, Class::getSuperclass);

        assertThat(classes.flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(method ->
                                Modifier.isPublic(method.getModifiers()) || Modifier.isProtected(method.getModifiers()))
                        .filter(method -> !method.isSynthetic())
                        .map(Method::getName))
                .isSubsetOf(ModelVocabulary.METHODS);
    }

    @Test
    void whatIsNoPackageIsRefused() {
        SchemaDefinition schema = new SchemaDefinition(List.of(USERS), List.of());

        assertThat(ModelSources.of(schema, "").get(0).source()).startsWith("import ");
        for (String name : List.of("a..b", "a.class", "a b", "a;import x", ".")) {
            assertThatThrownBy(() -> ModelSources.of(schema, name))
                    .isInstanceOf(InvalidUsageException.class)
                    .hasMessageContaining("can't be the name of a package");
        }
    }
}
