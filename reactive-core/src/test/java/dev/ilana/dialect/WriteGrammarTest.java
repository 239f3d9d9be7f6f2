package dev.ilana.dialect;

import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;
import static dev.ilana.dialect.Spelling.column;
import static dev.ilana.dialect.Spelling.equal;
import static dev.ilana.dialect.Spelling.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidNameException;
import dev.ilana.error.TooManyBindingsException;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.Exists;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Delete;
import dev.ilana.sql.Insert;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Outer;
import dev.ilana.sql.Select;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.TableName;
import dev.ilana.sql.Update;
import dev.ilana.sql.Update.Assignment;
import dev.ilana.sql.Value;
import java.util.Collections;
import java.util.List;
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
}
