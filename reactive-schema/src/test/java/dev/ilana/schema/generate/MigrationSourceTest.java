package dev.ilana.schema.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.build.Blueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.SequenceDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TypeChange.CreateDomain;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.Drop;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.diff.Withheld;
import dev.ilana.schema.migrate.MigrationName;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MigrationSourceTest {

    private static final MigrationName NAME = new MigrationName("M20261122_093000_BecomeAnother");
    private static final SchemaDefinition NOTHING = schema();
    private static final SchemaDiff ALL = SchemaDiff.create().dropping(Drop.values());

    private static SchemaDefinition schema(TableDefinition... tables) {
        return new SchemaDefinition(List.of(tables), List.of());
    }

    private static TableDefinition table(String name, Consumer<Blueprint> columns) {
        return Schema.definition(name, columns);
    }

    private static String source(SchemaDiff diff, Dialect dialect, SchemaDefinition from, SchemaDefinition to) {
        return MigrationSource.of(NAME, diff.between(dialect, from, to), ALL.between(dialect, to, from));
    }

    private static String up(Dialect dialect, SchemaDefinition from, SchemaDefinition to) {
        return up(ALL.between(dialect, from, to));
    }

    private static String up(Difference up) {
        String source = MigrationSource.of(NAME, up, new Difference(up.dialect(), List.of(), List.of()));
        return source.substring(source.indexOf("        return "), source.indexOf("    }\n\n    @Override\n"));
    }

    private static String up(Dialect dialect, SchemaChange... changes) {
        return up(new Difference(dialect, List.of(changes), List.of()));
    }

    @Test
    void newTablesAreWrittenAsPeopleWriteThem() {
        TableDefinition posts = table("posts", t -> {
            t.id();
            t.foreignId("user_id").index().constrained("users").cascadeOnDelete();
            t.string("title", 90).unique().comment("what it's \"about\"");
            t.decimal("price", 8, 2).defaultTo(1);
            t.integer("votes").unsigned().checkPositive();
            t.enumeration("kind", "news", "it's").defaultTo("news");
            t.timestamps();
            t.softDeletes();
            t.index("title", "price").descending("price");
            t.check("cheap", "price < 100");
        });
        TableDefinition users = table("users", t -> {
            t.uuid("id").primary();
            t.string("email");
        });

        assertThat(source(ALL, Dialects.POSTGRESQL, NOTHING, schema(posts, users)))
                .isEqualTo("""
                import dev.ilana.schema.build.Schema;
                import dev.ilana.schema.migrate.Migration;
                import org.reactivestreams.Publisher;
                import reactor.core.publisher.Flux;

                /** What the schema was to become when this was written. */
                public final class M20261122_093000_BecomeAnother implements Migration {

                    @Override
                    public Publisher<?> up(Schema schema) {
                        return Flux.concat(
                                schema.create("users", t -> {
                                    t.uuid("id").primary();
                                    t.string("email");
                                }),
                                schema.create("posts", t -> {
                                    t.id();
                                    t.foreignId("user_id").index().constrained("users").cascadeOnDelete();
                                    t.string("title", 90).comment("what it's \\"about\\"").unique();
                                    t.decimal("price", 8, 2).defaultTo(1);
                                    t.integer("votes").unsigned().checkPositive();
                                    t.enumeration("kind", "news", "it's").defaultTo("news");
                                    t.timestamps();
                                    t.softDeletes();
                                    t.index("title", "price").descending("price");
                                    t.check("cheap", "price < 100");
                                }));
                    }

                    @Override
                    public Publisher<?> down(Schema schema) {
                        return Flux.concat(
                                schema.table("posts", t -> {
                                    t.dropForeign("user_id");
                                }),
                                schema.drop("posts"),
                                schema.drop("users"));
                    }
                }
                """);
    }

    @Test
    void aChangedTableIsOneBlockInWhichOnlyWhatChangesIsSaid() {
        TableDefinition before = table("users", t -> {
            t.id();
            t.string("name", 40).nullable();
            t.integer("age").defaultTo(1).comment("years");
            t.string("old_name").index();
            t.string("mail").unique("one_mail");
            t.dateTime("seen_at").useCurrent();
            t.comment("people");
        });
        TableDefinition after = table("users", t -> {
            t.id();
            t.string("name", 90).defaultTo("x");
            t.integer("age");
            t.string("mail").unique("own_mail");
            t.dateTime("seen_at").defaultRaw("now()");
            t.bool("active").defaultTo(true);
        });

        assertThat(up(Dialects.POSTGRESQL, schema(before), schema(after))).isEqualTo("""
                        return schema.table("users", t -> {
                            t.dropIndex("old_name");
                            t.bool("active").defaultTo(true);
                            t.string("name", 90).notNullable().defaultTo("x").change();
                            t.change("age").withoutDefault().withoutComment();
                            t.change("seen_at").defaultRaw("now()");
                            t.dropColumn("old_name");
                            t.withoutComment();
                            t.renameUnique("one_mail", "own_mail");
                        });
                """);
    }

    @Test
    void whatIsWithheldStandsAsAComment() {
        TableDefinition before = table("users", t -> {
            t.id();
            t.integer("age");
        });

        assertThat(source(SchemaDiff.create(), Dialects.H2, schema(before), schema(table("users", Blueprint::id))))
                .contains("""
                    public Publisher<?> up(Schema schema) {
                        // Left as it is: column "users.age": it is dropped only by Drop.COLUMNS
                        return Mono.empty();
                    }
                """);
    }

    @Test
    void aCommentThatIsLeftCantEndItsLine() {
        Difference difference = new Difference(
                Dialects.H2, List.of(), List.of(new Withheld("a\n\u2028\\u000a", null, null, "no\r\nway")));

        assertThat(MigrationSource.of(NAME, difference, difference))
                .contains("// Left as it is: a  \\\\u000a: no way\n");
    }

    @Test
    void whatIsRenamedIsRenamedBackByTheOtherDirection() {
        TableDefinition before = table("users", t -> {
            t.id();
            t.string("name");
        });
        TableDefinition after = table("people", t -> {
            t.id();
            t.string("full_name");
        });
        SchemaDiff renaming =
                SchemaDiff.create().renamingTable("users", "people").renamingColumn("people", "name", "full_name");

        assertThat(up(renaming.between(Dialects.MARIADB, schema(before), schema(after))))
                .isEqualTo("""
                        return Flux.concat(
                                schema.rename("users", "people"),
                                schema.table("people", t -> {
                                    t.renameColumn("name", "full_name");
                                }));
                """);
    }

    @Test
    void tablesThatPointAtEachOtherHaveOneKeyFromTheStartAndOneAfterwards() {
        TableDefinition hens = table("hens", t -> {
            t.id();
            t.foreignId("egg_id").constrained("eggs").nullOnUpdate();
        });
        TableDefinition eggs = table("eggs", t -> {
            t.id();
            t.foreignId("hen_id").nullable().constrained("hens").onDelete(ReferentialAction.SET_DEFAULT);
        });

        assertThat(up(Dialects.POSTGRESQL, NOTHING, schema(hens, eggs))).isEqualTo("""
                        return Flux.concat(
                                schema.create("eggs", t -> {
                                    t.id();
                                    t.bigInteger("hen_id").nullable();
                                }),
                                schema.create("hens", t -> {
                                    t.id();
                                    t.foreignId("egg_id").constrained("eggs").nullOnUpdate();
                                }),
                                schema.table("eggs", t -> {
                                    t.foreign("hen_id").on("hens").onDelete(ReferentialAction.SET_DEFAULT);
                                }));
                """);
    }

    @Test
    void aKeyToATableThatIsThereComesAtOnceUnlessWhatItStandsUponChanges() {
        TableDefinition small = table("shops", t -> t.integer("id").primary());
        TableDefinition large = table("shops", t -> {
            t.bigInteger("id").primary();
            t.uuid("code").unique();
        });
        TableDefinition byId = table("goods", t -> t.foreignId("shop_id").constrained("shops"));
        TableDefinition byCode =
                table("goods", t -> t.uuid("shop").references("code").on("shops"));

        assertThat(up(Dialects.H2, schema(large), schema(large, byId)))
                .contains("t.foreignId(\"shop_id\").constrained(\"shops\");");
        assertThat(up(Dialects.H2, schema(large), schema(large, byCode)))
                .contains("    t.uuid(\"shop\");\n            t.foreign(\"shop\").references(\"code\").on(\"shops\");");
        assertThat(up(Dialects.H2, schema(small), schema(large, byId)))
                .endsWith("t.foreign(\"shop_id\").on(\"shops\");\n                }));\n");
        assertThat(up(Dialects.H2, schema(small), schema(large, byCode)))
                .endsWith("t.foreign(\"shop\").references(\"code\").on(\"shops\");\n                }));\n");
    }

    @Test
    void indexesOfEveryShapeHaveTheirWords() {
        TableDefinition before = table("goods", t -> {
            t.bigInteger("a");
            t.text("b");
        });
        TableDefinition after = table("goods", t -> {
            t.bigInteger("a");
            t.text("b");
            t.primary("a", "b").name("own_key");
            t.index("a").where("a > 5");
            t.unique("b", "a").name("pairs");
            t.fullText("b").language("english");
            t.index("b")
                    .using(IndexMethod.GIN)
                    .operatorClass("b", "gin_trgm_ops")
                    .name("like_b");
            t.rawUnique("lower(b)");
            t.index(new IndexDefinition(
                    Kind.INDEX,
                    null,
                    List.of(new IndexPart.OfExpression("upper(b)", true), IndexPart.column("a")),
                    null,
                    null,
                    null));
            t.foreign("a", "b").references("x", "y").on("shop.others").initiallyDeferred();
        });

        assertThat(up(Dialects.POSTGRESQL, schema(before), schema(after))).isEqualTo("""
                        return schema.table("goods", t -> {
                            t.primary("a", "b").name("own_key");
                            t.index("a").where("a > 5");
                            t.unique("b", "a").name("pairs");
                            t.fullText("b").language("english");
                            t.index("b").operatorClass("b", "gin_trgm_ops").name("like_b").using(IndexMethod.GIN);
                            t.rawUnique("lower(b)");
                            t.index(new IndexDefinition(IndexDefinition.Kind.INDEX, null, List.of(new IndexPart.OfExpression("upper(b)", true), new IndexPart.OfColumn("a", false, null, null)), null, null, null));
                            t.foreign("a", "b").references("x", "y").on("shop.others").initiallyDeferred();
                        });
                """);
    }

    @Test
    void aTypeThatGetsAValueIsCommittedBeforeTheValueIsUsed() {
        QualifiedName mood = QualifiedName.of("mood");
        TableDefinition days = TableDefinition.of(
                QualifiedName.of("days"),
                List.of(ColumnDefinition.of("mood", new Enumeration(List.of("sad", "happy"), mood))),
                List.of());
        SchemaDefinition before =
                new SchemaDefinition(List.of(), List.of(new EnumDefinition(mood, List.of("sad", "happy"))));
        SchemaDefinition after = new SchemaDefinition(
                List.of(days), List.of(new EnumDefinition(mood, List.of("sad", "so so", "happy", "glad"))));

        assertThat(source(ALL, Dialects.POSTGRESQL, before, after))
                .contains("""
                        return Flux.concat(
                                schema.postgreSql().addEnumValue("mood", "glad"),
                                schema.postgreSql().addEnumValueBefore("mood", "so so", "happy"),
                                schema.create("days", t -> {
                                    t.enumeration("mood", "sad", "happy").ofType("mood");
                                }));
                """)
                .contains("public boolean withinTransaction() {\n        return false;");
        assertThat(source(ALL, Dialects.POSTGRESQL, NOTHING, before)).doesNotContain("withinTransaction");
    }

    @Test
    void aSequenceIsMadeChangedAndDropped() {
        SequenceDefinition numbers = SequenceDefinition.of(QualifiedName.of("numbers"));
        SequenceDefinition months = SequenceDefinition.of(QualifiedName.of("months"))
                .incrementedBy(2)
                .atLeast(-1)
                .atMost(3_000_000_000L)
                .startingWith(1)
                .caching(10)
                .cycling();
        SequenceDefinition old = months.withName(QualifiedName.of("old"));
        SequenceDefinition odd = SequenceDefinition.of(QualifiedName.of("odd")).incrementedBy(2);

        assertThat(source(
                        ALL,
                        Dialects.POSTGRESQL,
                        NOTHING.withSequences(List.of(old, months)),
                        NOTHING.withSequences(List.of(SequenceDefinition.of(months.name()), numbers, odd))))
                .contains("schema.changeSequence(\"months\", sequence -> sequence)")
                .contains("schema.createSequence(\"numbers\")")
                .contains("schema.createSequence(\"odd\", sequence -> sequence.incrementedBy(2))")
                .contains("schema.dropSequence(\"old\")")
                .contains("schema.createSequence(\"old\", sequence -> sequence.incrementedBy(2).atLeast(-1)"
                        + ".atMost(3000000000L).startingWith(1).caching(10).cycling())");
    }

    @Test
    void whatHasNoWordIsWrittenInSql() {
        assertThat(up(Dialects.POSTGRESQL, new CreateDomain(QualifiedName.of("mail"), Plain.TEXT, "value like '%@%'")))
                .isEqualTo("""
                        return schema.raw("create domain \\"mail\\" as text check (value like '%@%')");
                """);
    }

    @Test
    void oneMigrationIsForOneDatabase() {
        assertThatThrownBy(() -> MigrationSource.of(
                        NAME,
                        ALL.between(Dialects.H2, NOTHING, NOTHING),
                        ALL.between(Dialects.MARIADB, NOTHING, NOTHING)))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("can't be taken back for");
    }
}
