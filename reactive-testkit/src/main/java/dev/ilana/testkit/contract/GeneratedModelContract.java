package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Collection;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import dev.ilana.schema.build.Blueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.diff.SchemaSource;
import dev.ilana.schema.models.ModelSchema;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Models that are written from a database compile without a warning, and do with it what models do. */
public interface GeneratedModelContract extends EmptySchemaContract {

    /** Tables of every kind of relation, and of columns of every kind. */
    private static SchemaDefinition shop(Dialect dialect) {
        return schema(
                table("countries", t -> {
                    t.character("code", 2).primary();
                    t.string("name");
                }),
                table("users", t -> {
                    t.id();
                    t.string("name", 80);
                    t.string("email").unique();
                    t.enumeration("kind", "member", "admin").defaultTo("member");
                    t.enumeration("size", "x-large", "2").nullable();
                    t.character("country_code", 2).nullable().references("code").on("countries");
                    t.foreignId("referrer_id").nullable().constrained("users");
                    t.json("prefs").nullable();
                    t.timestamps();
                    t.softDeletes();
                    t.comment("who signs in */ \" \\u002a");
                }),
                table("profiles", t -> {
                    t.id();
                    t.foreignId("user_id").unique().constrained("users");
                    t.text("bio");
                    t.binary("photo").nullable();
                }),
                table("settings", t -> {
                    t.foreignId("user_id").primary().constrained("users");
                    t.bool("mail").defaultTo(false);
                }),
                table("posts", t -> {
                    t.id();
                    t.foreignId("author_id").constrained("users");
                    t.foreignId("editor_id").nullable().constrained("users");
                    t.string("slug").unique();
                    t.decimal("rating", 5, 2).defaultTo(new BigDecimal("1.50"));
                    t.integer("views").defaultTo(0);
                    t.dateTime("created_at");
                    t.timestamp("updated_at");
                    t.index("author_id", "views");
                }),
                table("comments", t -> {
                    t.uuid("id").primary();
                    t.foreignId("post_id").constrained("posts").cascadeOnDelete();
                    t.string("body");
                }),
                table("tags", t -> {
                    t.ulid("id").primary();
                    t.string("name").unique();
                }),
                table("post_tag", t -> {
                    t.foreignId("post_id").constrained("posts");
                    t.foreignUlid("tag_id").constrained("tags");
                    t.primary("post_id", "tag_id");
                }),
                table("follows", t -> {
                    t.foreignId("follower_id").constrained("users");
                    t.foreignId("followed_id").constrained("users");
                    t.primary("follower_id", "followed_id");
                }),
                table("halls", t -> {
                    t.integer("cinema");
                    t.integer("number");
                    t.primary("cinema", "number");
                }),
                table("seats", t -> {
                    t.id("seat_id");
                    t.integer("hall_cinema");
                    t.integer("hall_number");
                    t.foreign("hall_cinema", "hall_number")
                            .references("cinema", "number")
                            .on("halls");
                }),
                table("visits", t -> {
                    t.foreignId("user_id").constrained("users");
                    t.integer("cinema");
                    t.integer("number");
                    t.foreign("cinema", "number").references("cinema", "number").on("halls");
                    t.primary("user_id", "cinema", "number");
                }),
                table("clubs", t -> {
                    t.increments("id");
                    t.string("owner_email");
                    t.foreign("owner_email").references("email").on("users");
                }),
                table("samples", t -> samples(dialect, t)),
                table("words", t -> {
                    t.string("word", 40).unique();
                    t.string("meaning");
                }),
                table("logs", t -> {
                    t.string("line");
                    t.foreignId("user_id").nullable().constrained("users");
                }));
    }

    private static void samples(Dialect dialect, Blueprint t) {
        t.string("code", 12).primary();
        t.tinyInteger("tiny");
        t.smallInteger("small").defaultTo(3);
        t.tinyInteger("tiny_unsigned").unsigned();
        t.smallInteger("small_unsigned").unsigned();
        t.integer("normal_unsigned").unsigned().nullable();
        t.bigInteger("big_unsigned").unsigned();
        t.real("single");
        t.doublePrecision("double").defaultTo(1.5);
        t.varbinary("bytes", 8);
        t.longText("words").nullable();
        t.date("day");
        t.time("moment");
        t.dateTime("local");
        t.timestamp("instant", 3).useCurrent();
        t.uuid("uuid");
        t.integer("twice").storedAs("small * 2").nullable();
        if (dialect == Dialects.POSTGRESQL) {
            t.inet("address");
            t.array("labels", Plain.TEXT);
            t.enumeration("mood", "happy", "sad").ofType("mood").defaultTo("sad");
        }
        if (dialect == Dialects.MARIADB || dialect == Dialects.MYSQL) {
            t.set("flags", "a", "b");
        }
    }

    private static TableDefinition table(String name, Consumer<? super Blueprint> columns) {
        return Schema.definition(name, columns);
    }

    private static SchemaDefinition schema(TableDefinition... tables) {
        return new SchemaDefinition(List.of(tables), List.of());
    }

    private static GeneratedModels shop(Runner run, Map<String, String> users) {
        SchemaDefinition tables = shop(run.database().dialect());
        boolean hasTypes = run.database().dialect() == Dialects.POSTGRESQL;
        SchemaDefinition wanted = new SchemaDefinition(
                tables.tables(),
                hasTypes ? List.of(new EnumDefinition(QualifiedName.of("mood"), List.of("happy", "sad"))) : List.of());
        EmptySchemaContract.become(run, ALL, SchemaSource.of(wanted));
        return GeneratedModels.of(run, users);
    }

    @Test
    @Feature({"10.6", "16.6"})
    default void eachModelIsSavedAndFoundAndEachRelationLoaded(Runner run) {
        GeneratedModels models = shop(run, Map.of());
        Map<String, Model<?>> saved = models.saved();
        assertThat(saved).hasSize(models.tables().size() - 1);
        Model<?> user = Objects.requireNonNull(saved.get("users"));
        user.setAttribute("referrer_id", user.getAttribute("id"));
        models.save(user);
        run.get(DB.table("logs").insert(Map.of("line", "came", "user_id", Objects.requireNonNull(user.getKey()))));

        List<String> loaded = new ArrayList<>();
        for (Model<?> model : saved.values()) {
            Model<?> found = models.foundWithRelations(model);
            for (Column<?, ?> column : model.table().columns()) {
                if (!column.isReadOnly()) {
                    assertThat(found.getAttribute(column.name()))
                            .as(column.toString())
                            .isEqualTo(model.getAttribute(column.name()));
                }
            }
            for (String relation : model.table().relationNames()) {
                Object value = found.getRelation(relation);
                assertThat(value).as(model.table() + "." + relation).isNotNull();
                if (value instanceof Collection<?> related) {
                    assertThat(related).as(model.table() + "." + relation).hasSize(1);
                }
                loaded.add(model.table() + "." + relation);
            }
        }
        assertThat(loaded)
                .contains(
                        "users.country",
                        "users.referrer",
                        "users.users",
                        "users.profile",
                        "users.setting",
                        "users.posts_by_author",
                        "users.posts_by_editor",
                        "users.followers",
                        "users.halls",
                        "users.clubs",
                        "settings.user",
                        "posts.tags",
                        "tags.posts",
                        "seats.hall",
                        "halls.seats",
                        "halls.users",
                        "clubs.owner")
                .hasSize(31);
    }

    @Test
    @Feature("10.6")
    default void generatedModelsAreTyped(Runner run) throws ReflectiveOperationException {
        String source = """
                package made.use;

                import made.models.*;
                import java.util.function.Supplier;
                import reactor.core.publisher.Mono;

                public final class Use implements Supplier<Mono<String>> {
                    @Override
                    public Mono<String> get() {
                        return new User().name("Ada").email("ada@x.y").kind(User.Kind.admin).save()
                                .flatMap(ada -> ada.postsByAuthor().create(Post.SLUG.to("first"))
                                        .flatMap(post -> new Tag().id("01K8ZGWQ0000000000000000AB").name("java").save()
                                                .flatMap(tag -> post.tags().attach(java.util.List.of(tag.id())))
                                                .thenReturn(post))
                                        .flatMap(post -> Post.POSTS.where(Post.AUTHOR_ID.eq(ada.id()))
                                                .with(Post.TAGS)
                                                .with(Post.AUTHOR)
                                                .firstOrFail()))
                                .map(post -> post.loadedAuthor().name() + " " + post.slug() + " "
                                        + post.loadedTags().get(0).name() + " " + post.loadedAuthor().kind());
                    }
                }
                """;
        GeneratedModels models = shop(run, Map.of("made.use.Use", source));

        @SuppressWarnings("unchecked") // as the source says
        Supplier<Mono<String>> use = (Supplier<Mono<String>>)
                models.compiled().get("made.use.Use").getDeclaredConstructor().newInstance();
        assertThat(run.get(use.get())).isEqualTo("Ada first java admin");
    }

    @Test
    @Feature("16.6")
    default void aTableWithoutAKeyIsReadOnly(Runner run) {
        GeneratedModels models = shop(run, Map.of());
        ModelTable<?> logs = models.table("logs");

        assertThat(models.source("Log")).contains("The table has no key");
        assertThat(run.list(logs.query().get().map(Object::toString))).isEmpty();
        Mono<?> saving = logs.make().setAttribute("line", "x").save();
        assertThat(run.error(saving)).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    @Feature("16.5")
    default void generatedModelsSayOfTheirTablesWhatTheDatabaseHas(Runner run) {
        GeneratedModels models = shop(run, Map.of());

        assertThat(run.get(ALL.on(
                                run.database(),
                                ModelSchema.of(models.tables().values().toArray(ModelTable<?>[]::new))))
                        .lines())
                .containsExactlyInAnyOrder(
                        "- unique \"words_word_unique\" on \"words\"", "+ primary key (word) on \"words\"");
    }

    @Test
    @Feature("16.6")
    default void whateverIsCalledAsJavaOrAModelCallsThingsCompilesAndWorks(Runner run) {
        List<String> columns = List.of(
                "class",
                "get",
                "save",
                "table",
                "Column",
                "uuid",
                "key",
                "_",
                "_2fa",
                "user$data",
                "userId",
                "user_id",
                "value",
                "now",
                "loaded_user",
                "string",
                "List",
                "kind",
                "has",
                "toString",
                "UUID_",
                "ünï",
                "a");
        List<String> names = List.of(
                "order",
                "class",
                "Table",
                "String",
                "models",
                "_2fa",
                "user$data",
                "user",
                "users",
                "A",
                "_",
                "lists",
                "uuids",
                "override",
                "objects",
                "select",
                "überzüge");
        List<TableDefinition> tables = new ArrayList<>();
        for (String name : names) {
            tables.add(table(name, t -> {
                t.id();
                columns.forEach(column -> t.string(column, 20));
                t.enumeration("user", "class", "other");
                t.enumeration("Model", "of", "name", "String");
                t.foreignId("order_id").nullable().constrained("order");
            }));
        }
        EmptySchemaContract.become(run, ALL, SchemaSource.of(new SchemaDefinition(tables, List.of())));
        GeneratedModels models = GeneratedModels.of(run, Map.of());

        Map<String, Model<?>> saved = models.saved();
        assertThat(saved.keySet()).containsExactlyInAnyOrderElementsOf(names);
        for (Model<?> model : saved.values()) {
            Model<?> found = models.foundWithRelations(model);
            assertThat(found.getAttribute("class")).isEqualTo("text");
            boolean isFirst = model.table().name().equals("order");
            assertThat(found.getRelation("order") == null).isEqualTo(isFirst);
        }
        assertThat(models.table("String").modelName()).isEqualTo("StringModel");
        assertThat(models.table("Table").modelName()).isEqualTo("TableModel");
    }
}
