package dev.ilana.dialect;

import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;
import static dev.ilana.dialect.Spelling.column;
import static dev.ilana.dialect.Spelling.equal;
import static dev.ilana.dialect.Spelling.selected;
import static dev.ilana.dialect.Spelling.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidNameException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TooManyBindingsException;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.Exists;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Delete;
import dev.ilana.sql.Excluded;
import dev.ilana.sql.Insert;
import dev.ilana.sql.Insert.Change;
import dev.ilana.sql.Insert.Ignore;
import dev.ilana.sql.Join;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Order;
import dev.ilana.sql.Outer;
import dev.ilana.sql.Select;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.TableName;
import dev.ilana.sql.Truncate;
import dev.ilana.sql.Update;
import dev.ilana.sql.Update.Assignment;
import dev.ilana.sql.UpdateMany;
import dev.ilana.sql.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WriteGrammarTest {

    @Test
    void oneRowIsInsertedByItsColumns() {
        Spelling.of(new Insert(TableName.parse("users"), List.of("name", "age"), List.of(values("Ada", 36)), List.of()))
                .everywhere("insert into [users] ([name], [age]) values (?, ?)", "Ada", 36)
                .asksTheDriverFor(Spelling.ALL);
    }

    @Test
    void manyRowsAreOneStatement() {
        Spelling.of(new Insert(
                        TableName.parse("users"),
                        List.of("name", "age"),
                        List.of(values("Ada", 36), values("Bob", 40), values("Cy", 1)),
                        List.of()))
                .on(
                        Dialects.POSTGRESQL,
                        "insert into [users] ([name], [age]) select [ilana_new].[name], [ilana_new].[age]"
                                + " from unnest(?::text::text[], ?::text::integer[]) as [ilana_new]([name], [age])",
                        Spelling.arrayText("Ada", "Bob", "Cy"),
                        Spelling.arrayText(36, 40, 1))
                .on(
                        List.of(Dialects.H2, Dialects.MARIADB, Dialects.MYSQL),
                        "insert into [users] ([name], [age]) values (?, ?), (?, ?), (?, ?)",
                        "Ada",
                        36,
                        "Bob",
                        40,
                        "Cy",
                        1);
    }

    @Test
    void aNullIsBoundWithItsType() {
        Spelling.of(new Insert(
                        TableName.parse("users"),
                        List.of("age"),
                        List.of(List.of(new Value(null, SqlType.INTEGER))),
                        List.of()))
                .everywhere("insert into [users] ([age]) values (?)", new Value(null, SqlType.INTEGER));
    }

    @Test
    void aRowOfDefaultsIsSaidInTheDatabasesOwnWords() {
        Spelling.of(new Insert(TableName.parse("users"), List.of(), List.of(List.of()), List.of()))
                .on(Spelling.ARRAY_BINDERS, "insert into [users] default values")
                .on(MYSQL_FAMILY, "insert into [users] () values ()");
    }

    @Test
    void generatedKeysComeByTheTextOrByTheDriver() {
        Insert insert = new Insert(
                TableName.parse("users"), List.of("name"), List.of(values("Ada")), List.of("id", "created_at"));
        String plain = "insert into [users] ([name]) values (?)";
        Spelling.of(insert)
                .on(Dialects.H2, plain, "Ada")
                .on(Dialects.MYSQL, plain, "Ada")
                .on(Dialects.POSTGRESQL, plain + " returning [id], [created_at]", "Ada")
                .on(Dialects.MARIADB, plain + " returning [id], [created_at]", "Ada")
                .asksTheDriverFor(List.of(Dialects.H2, Dialects.MYSQL), "id", "created_at")
                .asksTheDriverFor(List.of(Dialects.POSTGRESQL, Dialects.MARIADB));
    }

    @Test
    void defaultsCanReturnTheirKeyToo() {
        Insert insert = new Insert(TableName.parse("users"), List.of(), List.of(List.of()), List.of("id"));
        Spelling.of(insert)
                .on(Dialects.POSTGRESQL, "insert into [users] default values returning [id]")
                .on(Dialects.MARIADB, "insert into [users] () values () returning [id]");
    }

    @Test
    void anUpdateSetsItsColumnsInOrderAndThenSaysWhere() {
        Spelling.of(new Update(
                        TableName.parse("users"),
                        List.of(new Assignment("name", Value.of("Ada")), new Assignment("age", Value.of(36))),
                        equal("users.id", 1L)))
                .everywhere("update [users] set [name] = ?, [age] = ? where [id] = ?", "Ada", 36, 1L);
    }

    @Test
    void anUpdateMaySetAColumnToAnother() {
        Spelling.of(new Update(TableName.parse("users"), List.of(new Assignment("nick", column("name"))), null))
                .everywhere("update [users] set [nick] = [name]");
    }

    @Test
    void aDeleteWithoutAConditionIsOfAllRows() {
        Spelling.of(new Delete(TableName.parse("users"), null)).everywhere("delete from [users]");
    }

    @Test
    void aDeleteSaysWhere() {
        Spelling.of(new Delete(TableName.parse("users"), equal("users.id", 1L)))
                .everywhere("delete from [users] where [id] = ?", 1L);
    }

    @Test
    void aWriteMayAskWhatRelatesToItsRows() {
        Select posts = Select.from("posts")
                .withWhere(new Comparison(column("posts.user_id"), Operator.EQ, new Outer(column("users.id"))));
        Spelling.of(new Delete(TableName.parse("users"), new Exists(posts, true)))
                .everywhere("delete from [users] where not exists"
                        + " (select * from [posts] where [posts].[user_id] = [users].[id])");
    }

    @Test
    void namesAreCheckedBeforeTheyReachAText() {
        assertThatThrownBy(() -> new Insert(TableName.parse("users"), List.of("a\"b"), List.of(), List.of()))
                .isInstanceOf(InvalidNameException.class);
        assertThatThrownBy(() -> new Insert(TableName.parse("users"), List.of(), List.of(), List.of("id) --")))
                .isInstanceOf(InvalidNameException.class);
        assertThatThrownBy(() -> new Delete(TableName.parse("users where 1=1"), null))
                .isInstanceOf(InvalidNameException.class);
        assertThatThrownBy(() -> new Update(TableName.parse(""), List.of(), null))
                .isInstanceOf(InvalidNameException.class);
        assertThatThrownBy(() -> new Assignment("a=1,b", Value.of(1))).isInstanceOf(InvalidNameException.class);
    }

    // How many values a statement may bind

    @Test
    void aStatementThatBindsMoreThanTheDatabaseTakesIsRefusedBeforeItIsSent() {
        for (Dialect dialect : Spelling.ALL) {
            int most = dialect.grammar().maxBindings();
            assertThatCode(() -> dialect.grammar().compile(insertOf(most)))
                    .as(dialect.name())
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> dialect.grammar().compile(insertOf(most + 1)))
                    .as(dialect.name())
                    .isInstanceOf(TooManyBindingsException.class)
                    .hasMessageContaining(dialect.name())
                    .hasMessageContaining(String.valueOf(most))
                    .hasMessageContaining(String.valueOf(most + 1));
        }
    }

    @Test
    void eachDatabaseHasItsOwnBound() {
        assertThat(Spelling.ALL.stream()
                        .map(dialect -> dialect.grammar().maxBindings())
                        .toList())
                .containsExactly(100_000, 65_535, 65_535, 65_535);
    }

    @Test
    void aListOfTheLargestSizeFitsWithAConditionBesideIt() {
        for (Dialect dialect : Spelling.ALL) {
            List<Value> most = Collections.nCopies(dialect.grammar().maxListSize(), Value.of(1L));
            Select select = Select.from("users")
                    .withWhere(new In(column("id"), most, false).and(equal("live", true)))
                    .withLimit(5L);
            assertThatCode(() -> dialect.grammar().compile(select))
                    .as(dialect.name())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void paddingNeverMakesAListTooLongThatFitsWithoutIt() {
        List<Value> fitting = Collections.nCopies(40_000, Value.of(1L));
        Select select = Select.from("users").withWhere(new In(column("id"), fitting, false).and(equal("live", true)));
        for (Dialect dialect : Spelling.ALL) {
            assertThatCode(() -> dialect.grammar().compile(select))
                    .as(dialect.name())
                    .doesNotThrowAnyException();
        }
    }

    private static Insert insertOf(int bindings) {
        return new Insert(
                TableName.parse("t"),
                Collections.nCopies(bindings, "a"),
                List.of(Collections.nCopies(bindings, Value.of(1))),
                List.of());
    }

    // Many rows

    private static Insert insert(List<String> columns, List<List<Value>> rows, List<String> returning) {
        return new Insert(TableName.parse("users"), columns, rows, returning);
    }

    private static Value typed(SqlType type, @Nullable Object value) {
        return new Value(value, type);
    }

    @Test
    void keysOfManyRowsComeInTheOrderOfTheRows() {
        Spelling.of(insert(List.of("name"), List.of(values("Ada"), values("Bob")), List.of("id")))
                .on(
                        Dialects.POSTGRESQL,
                        "insert into [users] ([name]) select [ilana_new].[name] from unnest(?::text::text[])"
                                + " with ordinality as [ilana_new]([name], [ilana_row]) order by [ilana_row]"
                                + " returning [id]",
                        Spelling.arrayText("Ada", "Bob"))
                .on(Dialects.MARIADB, "insert into [users] ([name]) values (?), (?) returning [id]", "Ada", "Bob")
                .on(List.of(Dialects.H2, Dialects.MYSQL), "insert into [users] ([name]) values (?), (?)", "Ada", "Bob")
                .asksTheDriverFor(List.of(Dialects.H2, Dialects.MYSQL), "id");
    }

    @Test
    void anArrayHasTheTypeOfItsColumn() {
        for (SqlType type : SqlType.values()) {
            if (type != SqlType.NULL) {
                Spelling.of(insert(
                                List.of("a"),
                                List.of(List.of(typed(type, null)), List.of(typed(type, null))),
                                List.of()))
                        .on(
                                Dialects.POSTGRESQL,
                                "insert into [users] ([a]) select [ilana_new].[a] from unnest(?::text::"
                                        + PostgreSqlGrammar.typeName(type) + "[]) as [ilana_new]([a])",
                                Spelling.arrayText(null, null));
            }
        }
    }

    @Test
    void aNullOfUnknownTypeTakesThatOfTheOthersOrNone() {
        Spelling.of(insert(List.of("age", "nick"), List.of(values(null, null), values(36, null)), List.of()))
                .on(
                        Dialects.POSTGRESQL,
                        "insert into [users] ([age], [nick]) select [ilana_new].[age], null"
                                + " from unnest(?::text::integer[], ?::text::text[]) as [ilana_new]([age], [nick])",
                        Spelling.arrayText(null, 36),
                        Spelling.arrayText(null, null))
                .on(
                        List.of(Dialects.H2, Dialects.MARIADB, Dialects.MYSQL),
                        "insert into [users] ([age], [nick]) values (null, null), (?, null)",
                        36);
    }

    @Test
    void numbersOfSeveralTypesAreAnArrayOfTheWidest() {
        assertThat(arrayTypeOf((short) 1, 2)).isEqualTo("integer[]");
        assertThat(arrayTypeOf(2, null, 3L, (short) 1)).isEqualTo("bigint[]");
        assertThat(arrayTypeOf(1L, 1.5)).isEqualTo("double precision[]");
        assertThat(arrayTypeOf(1.5, new BigDecimal("2.5"), 1)).isEqualTo("numeric[]");
        assertThatThrownBy(() -> arrayTypeOf("a", 1))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("STRING")
                .hasMessageContaining("INTEGER");
    }

    private static String arrayTypeOf(@Nullable Object... column) {
        List<List<Value>> rows =
                Arrays.stream(column).map(value -> List.of(Value.of(value))).toList();
        String text = Dialects.POSTGRESQL
                .grammar()
                .compile(insert(List.of("a"), rows, List.of()))
                .text();
        return text.replaceAll(".*::text::(.*\\[]).*", "$1");
    }

    @Test
    void theTextOfManyRowsIsTheSameForAnyNumber() {
        Set<String> texts = new HashSet<>();
        for (int rows : new int[] {2, 3, 500, 2_000}) {
            texts.add(Dialects.POSTGRESQL
                    .grammar()
                    .compile(insert(List.of("a"), Collections.nCopies(rows, values(1)), List.of()))
                    .text());
        }
        assertThat(texts).hasSize(1);
    }

    @Test
    void rowsGoInBatchesOfFewSizes() {
        for (Dialect dialect : Spelling.ALL) {
            Set<Integer> inserts = new HashSet<>();
            Set<Integer> updates = new HashSet<>();
            for (int rows = 1; rows < 5_000; rows += 7) {
                List<Integer> all = Collections.nCopies(rows, 1);
                List<List<Integer>> inserted = dialect.grammar().insertBatches(all, 8);
                List<List<Integer>> updated = dialect.grammar().updateBatches(all, 1, 8);
                assertThat(inserted.stream().mapToInt(List::size).sum()).isEqualTo(rows);
                assertThat(updated.stream().mapToInt(List::size).sum()).isEqualTo(rows);
                inserted.forEach(batch -> inserts.add(batch.size()));
                updated.forEach(batch -> updates.add(batch.size()));
            }
            if (dialect != Dialects.POSTGRESQL) {
                assertThat(inserts).as(dialect.name()).hasSizeLessThanOrEqualTo(22);
                assertThat(Collections.max(inserts)).isEqualTo(1_024);
            }
            if (dialect == Dialects.H2) {
                assertThat(updates).as(dialect.name()).hasSizeLessThanOrEqualTo(22);
            }
            assertThat(dialect.grammar().insertBatches(List.of(), 8)).isEmpty();
            assertThat(dialect.grammar().insertBatches(List.of(1, 2), 0)).hasSize(2);
        }
    }

    @Test
    void aBatchOfWideRowsBindsNoMoreThanTheDatabaseTakes() {
        for (Dialect dialect : Spelling.ALL) {
            Grammar grammar = dialect.grammar();
            for (int columns : new int[] {1, 7, 100, 1_500}) {
                int rows = grammar.insertBatches(Collections.nCopies(3_000, 1), columns)
                        .get(0)
                        .size();
                assertThatCode(() -> grammar.compile(insert(
                                names(columns),
                                Collections.nCopies(rows, Collections.nCopies(columns, Value.of(1))),
                                List.of())))
                        .as(dialect + " " + columns)
                        .doesNotThrowAnyException();
                int updated = grammar.updateBatches(Collections.nCopies(3_000, 1), 1, columns)
                        .get(0)
                        .size();
                assertThatCode(() -> grammar.compile(new UpdateMany(
                                TableName.parse("users"),
                                List.of("id"),
                                names(columns),
                                Collections.nCopies(updated, Collections.nCopies(columns + 1, Value.of(1))))))
                        .as(dialect + " " + columns)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
    }

    // Rows that a query finds

    @Test
    void rowsThatAQueryFindsAreInserted() {
        Select adults =
                Select.from("users").withColumns(List.of(selected("name"))).withWhere(equal("age", 18));
        Spelling.of(new Insert(TableName.parse("roles"), List.of("name"), new Insert.Found(adults), null, List.of()))
                .everywhere("insert into [roles] ([name]) select [name] from [users] where [age] = ?", 18);
    }

    // Rows whose key may be taken

    private static Insert conflicting(Insert.Conflict conflict, List<List<Value>> rows) {
        return new Insert(
                TableName.parse("users"), List.of("email", "age"), new Insert.Values(rows), conflict, List.of());
    }

    private static Change changeAge() {
        return new Change(List.of("email"), List.of(new Assignment("age", new Excluded("age"))));
    }

    @Test
    void aRowWhoseKeyIsTakenIsLeftOut() {
        Insert insert = conflicting(new Ignore(), List.of(values("a@x.y", 36)));
        Spelling.of(insert)
                .on(
                        Dialects.POSTGRESQL,
                        "insert into [users] ([email], [age]) values (?, ?) on conflict do nothing",
                        "a@x.y",
                        36)
                .on(
                        MYSQL_FAMILY,
                        "insert into [users] ([email], [age]) values (?, ?)"
                                + " on duplicate key update [email] = [users].[email]",
                        "a@x.y",
                        36);
        assertThatThrownBy(() -> Dialects.H2.grammar().compile(insert)).isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void anUpsertTakesTheNewValuesByTheirName() {
        Spelling.of(conflicting(changeAge(), List.of(values("a@x.y", 36))))
                .on(
                        Dialects.POSTGRESQL,
                        "insert into [users] ([email], [age]) values (?, ?)"
                                + " on conflict ([email]) do update set [age] = excluded.[age]",
                        "a@x.y",
                        36)
                .on(
                        Dialects.MARIADB,
                        "insert into [users] ([email], [age]) values (?, ?)"
                                + " on duplicate key update [age] = values([age])",
                        "a@x.y",
                        36)
                .on(
                        Dialects.MYSQL,
                        "insert into [users] ([email], [age]) values (?, ?) as [ilana_new]"
                                + " on duplicate key update [age] = [ilana_new].[age]",
                        "a@x.y",
                        36)
                .on(
                        Dialects.H2,
                        "merge into [users] using (values (cast(? as varchar), cast(? as integer)))"
                                + " as [ilana_new]([email], [age]) on [users].[email] = [ilana_new].[email]"
                                + " when matched then update set [age] = [ilana_new].[age]"
                                + " when not matched then insert ([email], [age])"
                                + " values ([ilana_new].[email], [ilana_new].[age])",
                        "a@x.y",
                        36);
    }

    @Test
    void anUpsertOfManyRowsIsOneStatement() {
        Spelling.of(conflicting(changeAge(), List.of(values("a@x.y", 36), values("b@x.y", null))))
                .on(
                        Dialects.POSTGRESQL,
                        "insert into [users] ([email], [age]) select [ilana_new].[email], [ilana_new].[age]"
                                + " from unnest(?::text::text[], ?::text::integer[]) as [ilana_new]([email], [age])"
                                + " on conflict ([email]) do update set [age] = excluded.[age]",
                        Spelling.arrayText("a@x.y", "b@x.y"),
                        Spelling.arrayText(36, null));
    }

    @Test
    void anUpsertThatChangesNothingLeavesTheRowAsItIs() {
        Spelling.of(conflicting(new Change(List.of("email"), List.of()), List.of(values("a@x.y", 36))))
                .on(
                        Dialects.POSTGRESQL,
                        "insert into [users] ([email], [age]) values (?, ?) on conflict ([email]) do nothing",
                        "a@x.y",
                        36)
                .on(
                        Dialects.MARIADB,
                        "insert into [users] ([email], [age]) values (?, ?)"
                                + " on duplicate key update [email] = [users].[email]",
                        "a@x.y",
                        36)
                .on(
                        Dialects.H2,
                        "merge into [users] using (values (cast(? as varchar), cast(? as integer)))"
                                + " as [ilana_new]([email], [age]) on [users].[email] = [ilana_new].[email]"
                                + " when not matched then insert ([email], [age])"
                                + " values ([ilana_new].[email], [ilana_new].[age])",
                        "a@x.y",
                        36);
    }

    // Own values for many rows

    @Test
    void manyRowsAreUpdatedEachWithItsOwnValues() {
        Spelling.of(new UpdateMany(
                        TableName.parse("users"),
                        List.of("id"),
                        List.of("name", "age"),
                        List.of(values(1L, "Ada", 36), values(2L, "Bob", null), values(3L, "Cy", 1))))
                .on(
                        Dialects.POSTGRESQL,
                        "update [users] set [name] = [ilana_new].[name], [age] = [ilana_new].[age]"
                                + " from unnest(?::text::bigint[], ?::text::text[], ?::text::integer[])"
                                + " as [ilana_new]([id], [name], [age]) where [users].[id] = [ilana_new].[id]",
                        Spelling.arrayText(1L, 2L, 3L),
                        Spelling.arrayText("Ada", "Bob", "Cy"),
                        Spelling.arrayText(36, null, 1))
                .on(
                        Dialects.H2,
                        "merge into [users] using (values (cast(? as bigint), cast(? as varchar), cast(? as integer)),"
                                + " (cast(? as bigint), cast(? as varchar), null),"
                                + " (cast(? as bigint), cast(? as varchar), cast(? as integer)))"
                                + " as [ilana_new]([id], [name], [age]) on [users].[id] = [ilana_new].[id]"
                                + " when matched then update set [name] = [ilana_new].[name],"
                                + " [age] = [ilana_new].[age]",
                        1L,
                        "Ada",
                        36,
                        2L,
                        "Bob",
                        3L,
                        "Cy",
                        1)
                .on(
                        MYSQL_FAMILY,
                        "update [users] set [name] = case when [id] = ? then ? when [id] = ? then ?"
                                + " when [id] = ? then ? when [id] = ? then ? else [name] end,"
                                + " [age] = case when [id] = ? then ? when [id] = ? then null when [id] = ? then ?"
                                + " when [id] = ? then ? else [age] end"
                                + " where [id] = ? or [id] = ? or [id] = ? or [id] = ?",
                        1L,
                        "Ada",
                        2L,
                        "Bob",
                        3L,
                        "Cy",
                        3L,
                        "Cy",
                        1L,
                        36,
                        2L,
                        3L,
                        1,
                        3L,
                        1,
                        1L,
                        2L,
                        3L,
                        3L);
    }

    // Joins and limits

    private static Join users() {
        return Join.inner("users", new Comparison(column("users.id"), Operator.EQ, column("posts.user_id")));
    }

    private static final List<Order> BY_TITLE = List.of(new Order(column("posts.title"), Order.Direction.ASC));

    @Test
    void aWriteOfTheFirstRowsFindsThemByTheirAddressWhereItMust() {
        Spelling.of(new Delete(TableName.parse("posts"), List.of(), equal("posts.views", 1), BY_TITLE, 2L))
                .on(Dialects.POSTGRESQL, deletedBy("ctid"), 1, 2L)
                .on(Dialects.H2, deletedBy("_rowid_"), 1, 2L)
                .on(MYSQL_FAMILY, "delete from [posts] where [views] = ? order by [title] asc limit ?", 1, 2L);
        Spelling.of(new Update(
                        TableName.parse("posts"),
                        List.of(),
                        List.of(new Assignment("views", Value.of(9))),
                        equal("posts.views", 1),
                        BY_TITLE,
                        2L))
                .on(Dialects.POSTGRESQL, "update [posts] set [views] = ? where " + addressed("ctid"), 9, 1, 2L)
                .on(Dialects.H2, "update [posts] set [views] = ? where " + addressed("_rowid_"), 9, 1, 2L)
                .on(
                        MYSQL_FAMILY,
                        "update [posts] set [views] = ? where [views] = ? order by [title] asc limit ?",
                        9,
                        1,
                        2L);
    }

    private static String deletedBy(String address) {
        return "delete from [posts] where " + addressed(address);
    }

    private static String addressed(String address) {
        return "[posts]." + address + " in (select [posts_2]." + address
                + " from [posts] as [posts_2] where [posts_2].[views] = ? order by [posts_2].[title] asc limit ?)";
    }

    @Test
    void aWriteMayChooseItsRowsByAJoin() {
        Delete delete =
                new Delete(TableName.parse("posts"), List.of(users()), equal("users.name", "Ada"), List.of(), null);
        String chosen = " in (select [posts_2].%1$s from [posts] as [posts_2] inner join [users]"
                + " on [users].[id] = [posts_2].[user_id] where [users].[name] = ?)";
        Spelling.of(delete)
                .on(Dialects.POSTGRESQL, ("delete from [posts] where [posts].%1$s" + chosen).formatted("ctid"), "Ada")
                .on(Dialects.H2, ("delete from [posts] where [posts].%1$s" + chosen).formatted("_rowid_"), "Ada")
                .on(
                        MYSQL_FAMILY,
                        "delete [posts] from [posts] inner join [users] on [users].[id] = [posts].[user_id]"
                                + " where [users].[name] = ?",
                        "Ada");
        Update update = new Update(
                TableName.parse("posts"),
                List.of(users()),
                List.of(new Assignment("views", Value.of(9))),
                equal("users.name", "Ada"),
                List.of(),
                null);
        Spelling.of(update)
                .on(
                        MYSQL_FAMILY,
                        "update [posts] inner join [users] on [users].[id] = [posts].[user_id]"
                                + " set [posts].[views] = ? where [users].[name] = ?",
                        9,
                        "Ada")
                .on(
                        Dialects.POSTGRESQL,
                        ("update [posts] set [views] = ? where [posts].%1$s" + chosen).formatted("ctid"),
                        9,
                        "Ada");
    }

    @Test
    void aTableIsEmptiedAtOnce() {
        Spelling.of(new Truncate(TableName.parse("blog.users")))
                .on(Spelling.ARRAY_BINDERS, "truncate table [blog].[users] restart identity")
                .on(MYSQL_FAMILY, "truncate table [blog].[users]");
    }

    // The text of an array

    @Test
    void theTextOfAnArrayKeepsItsElementsApart() {
        assertThat(Spelling.arrayText("a", null, "NULL", "", "a,b", "{}", "\"", "\\", "a\nb", "ñ🌙")
                        .value())
                .hasToString("{\"a\",NULL,\"NULL\",\"\",\"a,b\",\"{}\",\"\\\"\",\"\\\\\",\"a\nb\",\"ñ🌙\"}");
        assertThat(Spelling.arrayText(1, -2.5, true, new BigDecimal("1E+3")).value())
                .hasToString("{1,-2.5,true,1E+3}");
        assertThat(Spelling.arrayText((Object) new byte[] {0, 92, (byte) 0xff}).value())
                .hasToString("{\"\\\\x005cff\"}");
        assertThat(Spelling.arrayText(
                                Instant.parse("1969-12-31T23:59:59.5Z"),
                                Instant.parse("+12024-01-01T00:00:00Z"),
                                LocalDate.of(12024, 1, 1))
                        .value())
                .hasToString("{\"1969-12-31T23:59:59.5Z\",\"12024-01-01T00:00:00Z\",\"12024-01-01\"}");
        assertThat(Spelling.arrayText().value()).hasToString("{}");
    }
}
