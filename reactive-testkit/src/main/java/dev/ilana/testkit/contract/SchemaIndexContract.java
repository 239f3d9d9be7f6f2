package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.build.Blueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.build.TableBlueprint;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.IndexPart.OfExpression;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indexes of every kind are made, found in the catalog, renamed and dropped. */
public interface SchemaIndexContract {

    @BeforeEach
    default void noPages(Runner run) {
        run.value(Schema.on(run.database()).dropIfExists("pages"));
    }

    private static void pages(Runner run, Consumer<Blueprint> indexes) {
        run.value(Schema.on(run.database()).create("pages", t -> {
            t.id();
            t.string("title", 60);
            t.string("author", 60).nullable();
            t.text("body");
            t.integer("views").defaultTo(0);
            indexes.accept(t);
        }));
    }

    private static void alter(Runner run, Consumer<TableBlueprint> change) {
        run.value(Schema.on(run.database()).table("pages", change));
    }

    private static TableDefinition read(Runner run) {
        return run.get(Catalog.of(run.database()).table(QualifiedName.of("pages")));
    }

    private static IndexDefinition index(Runner run, String name) {
        return read(run).indexes().stream()
                .filter(index -> name.equals(index.name()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean has(Runner run, String index) {
        return run.get(Schema.on(run.database()).hasIndex("pages", index));
    }

    private static void refused(Runner run, Consumer<TableBlueprint> change, String instead) {
        assertThat(run.error(Schema.on(run.database()).table("pages", change).thenReturn(1)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining(instead);
    }

    /** What is read makes the same table again: nothing of it was lost or misread. */
    private static void makesTheSameAgain(Runner run) {
        TableDefinition table = read(run);
        Schema schema = Schema.on(run.database());
        run.value(schema.drop("pages").then(schema.apply(List.of(new CreateTable(table)))));
        assertThat(read(run)).isEqualTo(table);
    }

    @Test
    @Feature({"15.1", "15.4"})
    default void indexesAreReadBackAndMadeAgain(Runner run) {
        pages(run, t -> {
            t.index("views");
            t.unique("title", "author");
            t.index("author", "views").name("by_author").descending("views");
        });

        assertThat(index(run, "pages_views_index").kind()).isEqualTo(Kind.INDEX);
        assertThat(index(run, "pages_title_author_unique"))
                .isEqualTo(IndexDefinition.unique(List.of("title", "author")).withName("pages_title_author_unique"));
        assertThat(index(run, "by_author").parts())
                .containsExactly(new OfColumn("author", false, null, null), new OfColumn("views", true, null, null));
        assertThat(read(run).primaryKey()).map(IndexDefinition::columns).contains(List.of("id"));
        assertThat(has(run, "by_author")).isTrue();
        assertThat(has(run, "pages_title_author_unique")).isTrue();
        assertThat(has(run, "by_nobody")).isFalse();
        assertThat(run.get(Schema.on(run.database()).hasIndex("nowhere", "by_author")))
                .isFalse();
        makesTheSameAgain(run);
    }

    @Test
    @Feature("15.6")
    default void indexesAreRenamedAndDropped(Runner run) {
        pages(run, t -> {
            t.index("views");
            t.index("author").name("by_author");
            t.unique("title");
        });

        alter(run, t -> {
            t.renameIndex("by_author", "of_author");
            t.renameUnique("pages_title_unique", "one_title");
        });
        assertThat(has(run, "by_author")).isFalse();
        assertThat(has(run, "of_author")).isTrue();
        assertThat(has(run, "one_title")).isTrue();
        alter(run, t -> {
            t.dropIndex("views");
            t.dropIndexNamed("of_author");
            t.dropUniqueNamed("one_title");
            t.unique("title");
            t.dropUnique("title");
        });
        assertThat(read(run).indexes()).allMatch(IndexDefinition::isPrimary);
        assertThat(run.error(Schema.on(run.database())
                        .table("pages", t -> t.dropIndex("views"))
                        .thenReturn(1)))
                .isInstanceOf(BadSqlException.class);
    }

    @Test
    @Feature("15.6")
    default void aPrimaryKeyIsDroppedAndAdded(Runner run) {
        run.value(Schema.on(run.database()).create("pages", t -> {
            t.integer("book").primary();
            t.integer("number");
        }));

        alter(run, t -> {
            t.dropPrimary();
            t.primary("book", "number");
        });

        assertThat(read(run).primaryKey()).map(IndexDefinition::columns).contains(List.of("book", "number"));
    }

    @Test
    @Feature("15.4")
    default void aLongNameIsCutTheSameWayEachTime(Runner run) {
        String column = "a_rather_long_name_of_a_column_that_many_would_cut_short";
        run.value(Schema.on(run.database()).create("pages", t -> {
            t.integer(column);
            t.integer(column + "_2");
            t.index(column, column + "_2");
            t.unique(column + "_2");
        }));

        assertThat(read(run).indexes()).hasSize(2);
        alter(run, t -> {
            t.dropIndex(column, column + "_2");
            t.dropUnique(column + "_2");
        });
        assertThat(read(run).indexes()).isEmpty();
    }

    @Test
    @Feature("15.4")
    default void aPartialIndexHasSomeRowsWhereTheDatabaseCan(Runner run) {
        pages(run, t -> {});
        Consumer<TableBlueprint> change = t -> {
            t.unique("title").where("views > 10").name("popular");
            t.index("author").where("author is not null");
        };
        if (!run.database().dialect().supports(Capability.PARTIAL_INDEX)) {
            refused(run, change, "storedAs(…)");
            return;
        }
        alter(run, change);
        run.get(DB.table("pages").insert(Map.of("title", "a", "body", "", "views", 1)));
        run.get(DB.table("pages").insert(Map.of("title", "a", "body", "", "views", 11)));
        assertThat(run.error(DB.table("pages").insert(Map.of("title", "a", "body", "", "views", 12))))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(index(run, "popular").where()).isEqualTo("views > 10");
        makesTheSameAgain(run);
    }

    @Test
    @Feature("15.4")
    default void anExpressionIsIndexedWhereTheDatabaseCan(Runner run) {
        pages(run, t -> {});
        Consumer<TableBlueprint> change = t -> {
            t.rawUnique("lower(title)");
            t.rawIndex("views + 1").name("next");
        };
        if (!run.database().dialect().supports(Capability.EXPRESSION_INDEX)) {
            refused(run, change, "storedAs(…)");
            return;
        }
        alter(run, change);
        run.get(DB.table("pages").insert(Map.of("title", "a", "body", "")));
        assertThat(run.error(DB.table("pages").insert(Map.of("title", "A", "body", ""))))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(has(run, "pages_lower_title_unique")).isTrue();
        assertThat(index(run, "next").parts()).singleElement().isInstanceOf(OfExpression.class);
        makesTheSameAgain(run);
    }

    @Test
    @Feature("15.4")
    default void anIndexIsBuiltAsToldWhereTheDatabaseCan(Runner run) {
        pages(run, t -> {});
        if (!run.database().dialect().supports(Capability.INDEX_METHOD)) {
            refused(run, t -> t.index("title").using(IndexMethod.HASH), "leave using(…) out");
            refused(run, t -> t.index("title").using(IndexMethod.GIN), "leave using(…) out");
            refused(run, t -> t.index("title").operatorClass("title", "text_pattern_ops"), "leave it out");
            return;
        }
        alter(run, t -> {
            t.json("data").nullable();
            t.specificType("span", "int4range").nullable();
            t.index("title").using(IndexMethod.HASH).name("hashed");
            t.index("data").using(IndexMethod.GIN).operatorClass("data", "jsonb_path_ops");
            t.index("span").using(IndexMethod.GIST);
            t.index("id").using(IndexMethod.BRIN);
            t.index("title").operatorClass("title", "text_pattern_ops").name("beginnings");
        });
        assertThat(index(run, "hashed").method()).isEqualTo(IndexMethod.HASH);
        assertThat(index(run, "pages_data_index").method()).isEqualTo(IndexMethod.GIN);
        assertThat(index(run, "pages_span_index").method()).isEqualTo(IndexMethod.GIST);
        makesTheSameAgain(run);
    }

    @Test
    @Feature("15.4")
    default void wordsAreIndexedWhereTheDatabaseCan(Runner run) {
        pages(run, t -> {});
        if (!run.database().dialect().supports(Capability.FULL_TEXT)) {
            refused(run, t -> t.fullText("title", "body"), "like");
            return;
        }
        alter(run, t -> {
            t.fullText("title", "body");
            t.fullText("body").name("words");
        });
        assertThat(index(run, "pages_title_body_fulltext"))
                .isEqualTo(IndexDefinition.of(Kind.FULLTEXT, List.of("title", "body"))
                        .withName("pages_title_body_fulltext"));
        makesTheSameAgain(run);
        alter(run, t -> t.dropFullText("title", "body"));
        assertThat(has(run, "pages_title_body_fulltext")).isFalse();
    }

    @Test
    @Feature("15.4")
    @Needs(Capability.FULLTEXT_LANGUAGE)
    default void wordsAreThoseOfALanguage(Runner run) {
        pages(run, t -> t.fullText("body").language("english"));

        assertThat(index(run, "pages_body_fulltext").language()).isEqualTo("english");
        makesTheSameAgain(run);
    }

    @Test
    @Feature("15.4")
    default void shapesAreIndexed(Runner run) {
        pages(run, t -> {
            t.point("place");
            t.spatialIndex("place");
        });

        assertThat(index(run, "pages_place_spatial").kind()).isEqualTo(Kind.SPATIAL);
        makesTheSameAgain(run);
        alter(run, t -> t.dropSpatialIndex("place"));
        assertThat(has(run, "pages_place_spatial")).isFalse();
    }

    @Test
    @Feature("15.4")
    default void theBeginningOfATextIsIndexedWhereTheDatabaseCan(Runner run) {
        pages(run, t -> {});
        if (!run.database().dialect().supports(Capability.PREFIX_INDEX)) {
            refused(run, t -> t.index("body").prefix("body", 20), "");
            return;
        }
        alter(run, t -> t.index("body").prefix("body", 20));
        assertThat(index(run, "pages_body_index").parts()).containsExactly(new OfColumn("body", false, 20, null));
        makesTheSameAgain(run);
    }

    @Test
    @Feature("15.4")
    default void anIndexIsBuiltConcurrentlyWhereTheDatabaseCan(Runner run) {
        pages(run, t -> {});
        if (!run.database().dialect().supports(Capability.CONCURRENT_INDEX)) {
            refused(run, t -> t.index("views").concurrently(), "");
            return;
        }
        alter(run, t -> {
            t.index("views").concurrently();
            t.unique("title").concurrently();
        });
        assertThat(has(run, "pages_views_index")).isTrue();
        assertThat(run.error(run.database()
                        .transaction(() -> Schema.on(run.database())
                                .table("pages", t -> t.index("author").concurrently()))
                        .thenReturn(1)))
                .as("in a transaction")
                .isInstanceOf(BadSqlException.class);
        alter(run, t -> t.dropIndexConcurrently("pages_views_index"));
        assertThat(has(run, "pages_views_index")).isFalse();
    }

    @Test
    @Feature("15.4")
    default void anIndexOverNothingIsRefused(Runner run) {
        pages(run, t -> {});

        assertThat(run.error(
                        Schema.on(run.database()).table("pages", t -> t.index()).thenReturn(1)))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(Schema.on(run.database())
                        .table("pages", t -> t.index("nowhere"))
                        .thenReturn(1)))
                .isInstanceOf(BadSqlException.class);
    }
}
