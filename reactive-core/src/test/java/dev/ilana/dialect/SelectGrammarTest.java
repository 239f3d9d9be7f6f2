package dev.ilana.dialect;

import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;
import static dev.ilana.dialect.Spelling.column;
import static dev.ilana.dialect.Spelling.equal;
import static dev.ilana.dialect.Spelling.selected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidNameException;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Join;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Order;
import dev.ilana.sql.Order.Direction;
import dev.ilana.sql.Outer;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.SubSelect;
import dev.ilana.sql.Value;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelectGrammarTest {

    private static final Select USERS = Select.from("users");
    private static final Select POSTS =
            Select.from("posts").withColumns(List.of(selected("posts.id"), selected("posts.title")));

    @Test
    void aQueryWithoutColumnsAsksForAllOfThem() {
        Spelling.of(USERS).everywhere("select * from [users]");
    }

    @Test
    void columnsAreNamedInOrderWithoutTheirTableWhereItIsAlone() {
        Spelling.of(USERS.withColumns(List.of(selected("id"), selected("users.name"))))
                .everywhere("select [id], [name] from [users]");
    }

    @Test
    void anAliasIsQuotedToo() {
        Spelling.of(USERS.withColumns(List.of(new Selection(column("name"), "full_name"))))
                .everywhere("select [name] as [full_name] from [users]");
    }

    @Test
    void aSelectedValueIsBound() {
        Spelling.of(USERS.withColumns(List.of(new Selection(Value.of(1), "found"))))
                .everywhere("select ? as [found] from [users]", 1);
    }

    @Test
    void ordersFollowEachOtherEachWithItsDirection() {
        Spelling.of(USERS.withOrder(new Order(column("name"), Direction.ASC))
                        .withOrder(new Order(column("users.id"), Direction.DESC)))
                .everywhere("select * from [users] order by [name] asc, [id] desc");
    }

    @Test
    void ordersThatWereTakenBackAreGone() {
        Spelling.of(USERS.withOrder(new Order(column("name"), Direction.ASC)).withoutOrders())
                .everywhere("select * from [users]");
    }

    @Test
    void limitAndOffsetAreBoundSoThatEveryPageHasOneText() {
        Spelling.of(USERS.withLimit(10L).withOffset(20L))
                .everywhere("select * from [users] limit ? offset ?", 10L, 20L);
    }

    @Test
    void aLimitAloneIsALimitAlone() {
        Spelling.of(USERS.withLimit(0L)).everywhere("select * from [users] limit ?", 0L);
    }

    @Test
    void anOffsetAloneNeedsALimitOnMySqlAndMariaDb() {
        Spelling.of(USERS.withOffset(5L))
                .on(Spelling.ARRAY_BINDERS, "select * from [users] offset ?", 5L)
                .on(MYSQL_FAMILY, "select * from [users] limit 18446744073709551615 offset ?", 5L);
    }

    @Test
    void theClausesStandInTheOrderOfSqlAndTheirValuesInTheOrderOfTheText() {
        Spelling.of(USERS.withColumns(List.of(new Selection(Value.of("x"), "tag"), selected("id")))
                        .withWhere(equal("age", 18))
                        .withOrder(new Order(column("id"), Direction.ASC))
                        .withLimit(2L)
                        .withOffset(4L))
                .everywhere(
                        "select ? as [tag], [id] from [users] where [age] = ? order by [id] asc limit ? offset ?",
                        "x",
                        18,
                        2L,
                        4L);
    }

    @Test
    void aJoinStandsBetweenTheTableAndTheCondition() {
        Criterion on = new Comparison(column("roles.id"), Operator.EQ, column("role_user.role_id"));
        Spelling.of(Select.from("roles")
                        .withJoin(Join.inner("role_user", on))
                        .withWhere(equal("role_user.user_id", 7L)))
                .everywhere(
                        "select * from [roles] inner join [role_user] on [roles].[id] = [role_user].[role_id]"
                                + " where [role_user].[user_id] = ?",
                        7L);
    }

    @Test
    void severalJoinsFollowEachOtherAndMayBindValues() {
        Spelling.of(USERS.withJoin(Join.inner("posts", equal("posts.live", true)))
                        .withJoin(Join.inner("tags", equal("tags.name", "java"))))
                .everywhere(
                        "select * from [users] inner join [posts] on [posts].[live] = ?"
                                + " inner join [tags] on [tags].[name] = ?",
                        true,
                        "java");
    }

    @Test
    void aLimitOfAPartitionNumbersTheRowsOfEachInTheQuerysOrder() {
        Spelling.of(POSTS.withWhere(equal("posts.live", true))
                        .withOrder(new Order(column("posts.id"), Direction.DESC))
                        .withPartition(column("posts.user_id"))
                        .withLimit(5L))
                .everywhere(
                        "select [id], [title] from (select [id], [title],"
                                + " row_number() over (partition by [user_id] order by [id] desc)"
                                + " as [ilana_row] from [posts] where [live] = ?) as [posts]"
                                + " where [ilana_row] <= ? order by [ilana_row]",
                        true,
                        5L);
    }

    @Test
    void anOffsetOfAPartitionSkipsTheFirstRowsOfEach() {
        Select partition = POSTS.withPartition(column("posts.user_id"));
        String numbered = "select [id], [title] from (select [id], [title],"
                + " row_number() over (partition by [user_id]) as [ilana_row] from [posts]) as [posts]";
        Spelling.of(partition.withLimit(5L).withOffset(10L))
                .everywhere(numbered + " where [ilana_row] > ? and [ilana_row] <= ? order by [ilana_row]", 10L, 15L);
        Spelling.of(partition.withOffset(10L))
                .everywhere(numbered + " where [ilana_row] > ? order by [ilana_row]", 10L);
        Spelling.of(partition.withOffset(0L)).everywhere(numbered + " where 1 = 1 order by [ilana_row]");
    }

    @Test
    void aPartitionWithoutALimitIsAnOrdinaryQuery() {
        Spelling.of(POSTS.withPartition(column("posts.user_id"))).everywhere("select [id], [title] from [posts]");
    }

    @Test
    void anAliasedColumnOfAPartitionKeepsItsAliasOutside() {
        Spelling.of(Select.from("roles")
                        .withColumns(
                                List.of(selected("roles.id"), new Selection(column("role_user.user_id"), "pivot_id")))
                        .withJoin(Join.inner(
                                "role_user",
                                new Comparison(column("roles.id"), Operator.EQ, column("role_user.role_id"))))
                        .withPartition(column("role_user.user_id"))
                        .withLimit(1L))
                .everywhere(
                        "select [id], [pivot_id] from (select [roles].[id], [role_user].[user_id] as [pivot_id],"
                                + " row_number() over (partition by [role_user].[user_id]) as [ilana_row] from [roles]"
                                + " inner join [role_user] on [roles].[id] = [role_user].[role_id]) as [roles]"
                                + " where [ilana_row] <= ? order by [ilana_row]",
                        1L);
    }

    @Test
    void aLimitedPartitionOfAllColumnsStillNamesSomethingToSelect() {
        Select all = Select.from("posts").withPartition(column("posts.user_id")).withLimit(5L);
        assertThat(Dialects.H2.grammar().compile(all).text()).doesNotStartWith("select  from");
    }

    @ParameterizedTest
    @EnumSource(Aggregate.Function.class)
    void anAggregateIsItsNameInLowerCaseOverItsArgument(Aggregate.Function function) {
        Aggregate aggregate = new Aggregate(function, column("users.age"));
        String name = switch (function) {
            case COUNT -> "count";
            case SUM -> "sum";
            case AVG -> "avg";
            case MIN -> "min";
            case MAX -> "max";
        };
        Spelling.of(USERS.withColumns(List.of(new Selection(aggregate, "aggregate"))))
                .everywhere("select " + name + "([age]) as [aggregate] from [users]");
    }

    @Test
    void aCountWithoutAnArgumentCountsRows() {
        Aggregate count = new Aggregate(Aggregate.Function.COUNT, null);
        Spelling.of(USERS.withColumns(List.of(Selection.of(count)))).everywhere("select count(*) from [users]");
    }

    @Test
    void aSubSelectIsAValueThatKnowsTheRowAroundIt() {
        Select count = Select.from("posts")
                .withColumns(List.of(Selection.of(new Aggregate(Aggregate.Function.COUNT, null))))
                .withWhere(
                        new Comparison(column("posts.user_id"), Operator.EQ, new Outer(new ColumnRef("users", "id"))));
        Spelling.of(USERS.withColumns(List.of(selected("users.id"), new Selection(new SubSelect(count), "posts_count")))
                        .withWhere(new Comparison(new SubSelect(count), Operator.GE, Value.of(3L))))
                .everywhere(
                        "select [id], (select count(*) from [posts] where [posts].[user_id] = [users].[id])"
                                + " as [posts_count] from [users]"
                                + " where (select count(*) from [posts] where [posts].[user_id] = [users].[id]) >= ?",
                        3L);
    }

    @Test
    void theSameShapeHasTheSameTextWhateverItsValues() {
        for (Dialect dialect : Spelling.ALL) {
            List<String> texts = Stream.of("a", "it's", "\"; drop table users; --", "?", "$1", "`")
                    .map(value -> USERS.withWhere(equal("name", value))
                            .withLimit((long) value.length())
                            .withOffset((long) value.length() * 7))
                    .map(select -> dialect.grammar().compile(select).text())
                    .distinct()
                    .toList();
            assertThat(texts).as(dialect.name()).hasSize(1);
        }
    }

    @Test
    void aNameThatIsNoneNeverReachesAText() {
        assertThatThrownBy(() -> Select.from("users; drop table users")).isInstanceOf(InvalidNameException.class);
        assertThatThrownBy(() -> new Selection(column("id"), "a\" from users --"))
                .isInstanceOf(InvalidNameException.class);
        assertThatThrownBy(() -> Join.inner("a b", new Criterion.And(List.of())))
                .isInstanceOf(InvalidNameException.class);
        for (Dialect dialect : Spelling.ALL) {
            assertThatThrownBy(() -> dialect.grammar().quoted("a`b")).isInstanceOf(InvalidNameException.class);
        }
    }

    @Test
    void aNameIsQuotedTheWayOfItsDatabase() {
        assertThat(Spelling.ALL.stream()
                        .map(dialect -> dialect.grammar().quoted("user"))
                        .collect(Collectors.toList()))
                .containsExactly("\"user\"", "\"user\"", "`user`", "`user`");
    }
}
