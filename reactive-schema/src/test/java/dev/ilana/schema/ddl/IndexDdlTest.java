package dev.ilana.schema.ddl;

import static dev.ilana.dialect.Dialects.H2;
import static dev.ilana.dialect.Dialects.MARIADB;
import static dev.ilana.dialect.Dialects.MYSQL;
import static dev.ilana.dialect.Dialects.POSTGRESQL;
import static dev.ilana.schema.ddl.Spelled.T;
import static dev.ilana.schema.ddl.Spelled.change;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.dialect.Dialect;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.KeyChange.AddIndex;
import dev.ilana.schema.definition.KeyChange.DropIndex;
import dev.ilana.schema.definition.KeyChange.RenameIndex;
import dev.ilana.schema.definition.QualifiedName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Indexes of each kind, added, renamed and dropped. */
class IndexDdlTest {

    private static final IndexDefinition A = IndexDefinition.index(List.of("a"));

    private static Spelled add(IndexDefinition index) {
        return change(new AddIndex(T, index, false));
    }

    @Test
    void primaryKeys() {
        add(IndexDefinition.primary(List.of("a", "b")))
                .postgreSql("alter table `t` add constraint `t_pkey` primary key (`a`, `b`)")
                .h2("alter table `t` add primary key (`a`, `b`)")
                .mySqlAndMariaDb("alter table `t` add primary key (`a`, `b`)");
        drop(Kind.PRIMARY, null)
                .postgreSql("alter table `t` drop constraint `t_pkey`")
                .h2("alter table `t` drop primary key")
                .mySqlAndMariaDb("alter table `t` drop primary key");
    }

    @Test
    void uniqueConstraints() {
        add(IndexDefinition.unique(List.of("a")))
                .everywhere("alter table `t` add constraint `t_a_unique` unique (`a`)");
        drop(Kind.UNIQUE, null)
                .standard("alter table `t` drop constraint `t_a_unique`")
                .mySqlAndMariaDb("alter table `t` drop index `t_a_unique`");
    }

    @Test
    void plainIndexes() {
        add(IndexDefinition.index(List.of("a", "b")))
                .standard("create index `t_a_b_index` on `t` (`a`, `b`)")
                .mySqlAndMariaDb("alter table `t` add index `t_a_b_index` (`a`, `b`)");
        drop(Kind.INDEX, "mine").standard("drop index `mine`").mySqlAndMariaDb("alter table `t` drop index `mine`");
    }

    @Test
    void orderPrefixAndOperatorClass() {
        add(A.withParts(List.of(new OfColumn("a", true, null, null))))
                .standard("create index `t_a_index` on `t` (`a` desc)")
                .mySqlAndMariaDb("alter table `t` add index `t_a_index` (`a` desc)");
        add(A.withParts(List.of(new OfColumn("a", false, 9, null))))
                .mySqlAndMariaDb("alter table `t` add index `t_a_index` (`a`(9))")
                .refused("indexes over the beginning of a column; use an expression: left(a, 9)", POSTGRESQL)
                .refused(
                        "indexes over the beginning of a column; index the whole column, or one computed from it by"
                                + " storedAs(…)",
                        H2);
        add(A.withParts(List.of(new OfColumn("a", false, null, "gin_trgm_ops"))))
                .postgreSql("create index `t_a_index` on `t` (`a` gin_trgm_ops)")
                .refused(
                        "operator classes of indexes; leave it out, or index a column that is made for the search",
                        H2,
                        MYSQL,
                        MARIADB);
    }

    @Test
    void partialIndexes() {
        add(A.withWhere("b is null"))
                .postgreSql("create index `t_a_index` on `t` (`a`) where b is null")
                .refused(
                        "partial indexes; index all rows, or a column computed by storedAs(…) that is null in the"
                                + " others",
                        H2,
                        MYSQL,
                        MARIADB);
        add(IndexDefinition.unique(List.of("a")).withWhere("b is null"))
                .postgreSql("create unique index `t_a_unique` on `t` (`a`) where b is null");
    }

    @Test
    void expressions() {
        IndexDefinition lower =
                new IndexDefinition(Kind.UNIQUE, null, List.of(IndexPart.expression("lower(a)")), null, null, null);
        add(lower)
                .postgreSql("create unique index `t_lower_a_unique` on `t` ((lower(a)))")
                .mySql("alter table `t` add unique index `t_lower_a_unique` ((lower(a)))")
                .refused("indexes over expressions; compute a column by storedAs(…) and index that", H2, MARIADB);
    }

    @ParameterizedTest
    @EnumSource(value = IndexMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "BTREE")
    void methods(IndexMethod method) {
        add(A.withMethod(method))
                .postgreSql(
                        "create index `t_a_index` on `t` using " + method.name().toLowerCase(Locale.ROOT) + " (`a`)")
                .refused(
                        "index methods such as hash, GIN and GiST; leave using(…) out: every index is sorted",
                        H2,
                        MYSQL,
                        MARIADB);
    }

    @Test
    void aSortedIndexIsEverywhere() {
        add(A.withMethod(IndexMethod.BTREE))
                .standard("create index `t_a_index` on `t` (`a`)")
                .mySqlAndMariaDb("alter table `t` add index `t_a_index` (`a`)");
    }

    @Test
    void words() {
        IndexDefinition words = IndexDefinition.of(Kind.FULLTEXT, List.of("a", "b"));
        add(words)
                .postgreSql("create index `t_a_b_fulltext` on `t` using gin"
                        + " ((coalesce(to_tsvector('simple', `a`), '') || coalesce(to_tsvector('simple', `b`), '')))")
                .mySqlAndMariaDb("alter table `t` add fulltext index `t_a_b_fulltext` (`a`, `b`)")
                .refused("full-text search; search by like, or keep the words in a table of their own", H2);
        add(words.withLanguage("english"))
                .postgreSql("create index `t_a_b_fulltext` on `t` using gin"
                        + " ((coalesce(to_tsvector('english', `a`), '') || coalesce(to_tsvector('english', `b`), '')))")
                .refused("languages of full-text indexes; leave language(…) out", MYSQL, MARIADB);
        add(IndexDefinition.of(Kind.FULLTEXT, List.of("a")))
                .postgreSql("create index `t_a_fulltext` on `t` using gin (to_tsvector('simple', `a`))");
        drop(Kind.FULLTEXT, null)
                .postgreSql("drop index `t_a_fulltext`")
                .mySqlAndMariaDb("alter table `t` drop index `t_a_fulltext`");
    }

    @Test
    void shapes() {
        add(IndexDefinition.of(Kind.SPATIAL, List.of("a")))
                .postgreSql("create index `t_a_spatial` on `t` using gist (`a`)")
                .h2("create spatial index `t_a_spatial` on `t` (`a`)")
                .mySqlAndMariaDb("alter table `t` add spatial index `t_a_spatial` (`a`)");
    }

    @Test
    void concurrently() {
        change(new AddIndex(T, A, true))
                .postgreSql("create index concurrently `t_a_index` on `t` (`a`)")
                .refused(
                        "indexes built concurrently; leave concurrently() out, and add the index when few write the"
                                + " table",
                        H2)
                .refused("indexes built concurrently; use online(INPLACE, NONE)", MYSQL, MARIADB);
        change(new AddIndex(T, IndexDefinition.unique(List.of("a")), true))
                .postgreSql("create unique index concurrently `t_a_unique` on `t` (`a`)");
        change(new DropIndex(T, Kind.INDEX, null, List.of("a"), true))
                .postgreSql("drop index concurrently `t_a_index`")
                .refused("indexes built concurrently; use online(INPLACE, NONE)", MYSQL, MARIADB);
    }

    @Test
    void renames() {
        change(new RenameIndex(T, Kind.INDEX, "a", "b"))
                .standard("alter index `a` rename to `b`")
                .mySqlAndMariaDb("alter table `t` rename index `a` to `b`");
        change(new RenameIndex(T, Kind.UNIQUE, "a", "b"))
                .postgreSql("alter index `a` rename to `b`")
                .h2("alter table `t` rename constraint `a` to `b`")
                .mySqlAndMariaDb("alter table `t` rename index `a` to `b`");
    }

    @Test
    void anIndexIsInItsTablesSchema() {
        QualifiedName table = QualifiedName.of("app.t");
        change(new AddIndex(table, A, false))
                .postgreSql("create index `t_a_index` on `app`.`t` (`a`)")
                .h2("create index `app`.`t_a_index` on `app`.`t` (`a`)")
                .mySqlAndMariaDb("alter table `app`.`t` add index `t_a_index` (`a`)");
        change(new DropIndex(table, Kind.INDEX, null, List.of("a"), false))
                .standard("drop index `app`.`t_a_index`")
                .mySqlAndMariaDb("alter table `app`.`t` drop index `t_a_index`");
        change(new RenameIndex(table, Kind.INDEX, "a", "b"))
                .standard("alter index `app`.`a` rename to `b`")
                .mySqlAndMariaDb("alter table `app`.`t` rename index `a` to `b`");
    }

    @Test
    void longNamesAreCutToTheLimitAndStayApart() {
        String column = "a_rather_long_column_name_for_a_table_";
        String postgreSql = name(POSTGRESQL, column + 1, column + 2);
        assertThat(postgreSql).hasSize(63).isEqualTo(name(POSTGRESQL, column + 1, column + 2));
        assertThat(postgreSql).isNotEqualTo(name(POSTGRESQL, column + 1, column + 3));
        assertThat(name(MYSQL, column + 1, column + 2)).hasSize(64);
        assertThat(name(H2, column + 1, column + 2)).isEqualTo("t_" + column + "1_" + column + "2_index");
    }

    private static String name(Dialect dialect, String... columns) {
        String sql =
                add(IndexDefinition.index(List.of(columns))).statements(dialect).get(0);
        return sql.replaceFirst(".* index .(\\w+). .*", "$1");
    }

    private static Spelled drop(Kind kind, @Nullable String name) {
        return change(new DropIndex(T, kind, name, List.of("a"), false));
    }
}
