package dev.ilana.dialect;

import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;
import static dev.ilana.dialect.Spelling.column;
import static dev.ilana.dialect.Spelling.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Insert;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.TableName;
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

/** How many rows are written by one statement, and its text the same for any number of them. */
class ManyRowsGrammarTest {

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
            if (type != SqlType.NULL && !type.isOfDatabase()) {
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
    void whatOnlyTheColumnKnowsTheTypeOfIsAMarkerOfItsOwn() {
        for (SqlType type : List.of(SqlType.ARRAY, SqlType.OTHER)) {
            Spelling.of(insert(
                            List.of("a"), List.of(List.of(typed(type, null)), List.of(typed(type, null))), List.of()))
                    .on(
                            List.of(Dialects.H2, Dialects.POSTGRESQL, Dialects.MARIADB, Dialects.MYSQL),
                            "insert into [users] ([a]) values (?), (?)",
                            typed(type, null),
                            typed(type, null));
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

    @Test
    void yearsBeforeTheFirstAreCountedBack() {
        assertThat(Spelling.arrayText(
                                LocalDate.of(0, 5, 1),
                                LocalDate.of(-12000, 5, 1),
                                Instant.parse("-0043-03-15T12:00:00.5Z"))
                        .value())
                .hasToString("{\"0001-05-01 BC\",\"12001-05-01 BC\",\"0044-03-15T12:00:00.500Z BC\"}");
    }
}
