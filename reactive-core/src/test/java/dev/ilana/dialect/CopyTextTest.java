package dev.ilana.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.sql.Copy;
import dev.ilana.sql.Insert;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.TableName;
import dev.ilana.sql.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CopyTextTest {

    private static final String EVERYTHING = "tab\t line\n return\r back\\slash \"quote\" ' , {} \\N \\. 🌙";

    @Test
    void aRowIsALineAndItsColumnsAreApartByTabs() {
        assertThat(text(
                        List.of(Value.of(1), Value.of("Ada"), Value.of(true)),
                        List.of(Value.of(2), Value.of(null), Value.of(false))))
                .isEqualTo("1\tAda\ttrue\n2\t\\N\tfalse\n");
    }

    @Test
    void whatWouldEndAColumnOrARowIsEscaped() {
        assertThat(text(List.of(Value.of(EVERYTHING))))
                .isEqualTo("tab\\t line\\n return\\r back\\\\slash \"quote\" ' , {} \\\\N \\\\. 🌙\n");
        assertThat(text(List.of(Value.of("")))).as("is no null").isEqualTo("\n");
        assertThat(text(List.of(Value.of(new byte[] {0, 92, -1})))).isEqualTo("\\\\x005cff\n");
    }

    @Test
    void timesAreAsIsoHasThem() {
        assertThat(text(List.of(
                        Value.of(Instant.parse("2026-11-21T09:05:03.000120Z")),
                        Value.of(Instant.EPOCH),
                        Value.of(LocalDateTime.of(999, 1, 2, 3, 4)),
                        Value.of(LocalDate.of(12026, 1, 2)),
                        Value.of(LocalTime.of(23, 59, 59, 1_000)))))
                .isEqualTo(
                        "2026-11-21T09:05:03.00012Z\t1970-01-01T00:00:00Z\t0999-01-02T03:04\t12026-01-02\t23:59:59.000001\n");
        assertThat(text(List.of(Value.of(new BigDecimal("1.50"))))).isEqualTo("1.50\n");
    }

    @Test
    void aFewRowsAreInsertedAndManyAreCopied() {
        Grammar grammar = Dialects.POSTGRESQL.grammar();
        List<Value> row = List.of(Value.of("Ada"), new Value("{}", SqlType.JSON));
        TableName table = TableName.parse("crm.users");

        assertThat(grammar.copy(insert(table, Collections.nCopies(199, row)))).isNull();
        Copy copy = Objects.requireNonNull(grammar.copy(insert(table, Collections.nCopies(200, row))));
        assertThat(copy.sql().text()).isEqualTo("copy \"crm\".\"users\" (\"name\", \"prefs\") from stdin");
        assertThat(copy.sql().bindings()).hasSize(400);
        assertThat(copy.question().text()).contains("to_regclass('\"crm\".\"users\"')");
        assertThat(copy.question().bindings()).isEmpty();
        assertThat(Dialects.MARIADB.grammar().copy(insert(table, Collections.nCopies(200, row))))
                .isNull();
    }

    @Test
    void whoAsksForKeysOrHasAConflictClauseInserts() {
        List<List<Value>> rows = Collections.nCopies(200, List.of(Value.of("Ada")));
        TableName table = TableName.parse("users");
        Grammar grammar = Dialects.POSTGRESQL.grammar();

        assertThat(grammar.copy(new Insert(table, List.of("name"), rows, List.of("id"))))
                .isNull();
        assertThat(grammar.copy(
                        new Insert(table, List.of("name"), new Insert.Values(rows), new Insert.Ignore(), List.of())))
                .isNull();
    }

    private static Insert insert(TableName table, List<List<Value>> rows) {
        return new Insert(table, List.of("name", "prefs"), rows, List.of());
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static String text(List<Value>... rows) {
        return new String(CopyText.of(List.of(rows)), StandardCharsets.UTF_8);
    }
}
