package dev.ilana.dialect;

import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;
import static dev.ilana.dialect.Spelling.column;
import static dev.ilana.dialect.Spelling.equal;
import static dev.ilana.dialect.Spelling.selected;
import static dev.ilana.dialect.Spelling.values;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidNameException;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.Exists;
import dev.ilana.sql.Delete;
import dev.ilana.sql.Insert;
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
import dev.ilana.sql.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a dialect spells a write of one row, of those that a query finds, and of those that a condition chooses. */
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

    @Test
    void rowsThatAQueryFindsAreInserted() {
        Select adults =
                Select.from("users").withColumns(List.of(selected("name"))).withWhere(equal("age", 18));
        Spelling.of(new Insert(TableName.parse("roles"), List.of("name"), new Insert.Found(adults), null, List.of()))
                .everywhere("insert into [roles] ([name]) select [name] from [users] where [age] = ?", 18);
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
}
