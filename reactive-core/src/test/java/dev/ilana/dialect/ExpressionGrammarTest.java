package dev.ilana.dialect;

import static dev.ilana.dialect.Spelling.ARRAY_BINDERS;
import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;
import static dev.ilana.dialect.Spelling.array;
import static dev.ilana.dialect.Spelling.arrayText;
import static dev.ilana.dialect.Spelling.column;
import static dev.ilana.dialect.Spelling.equal;
import static dev.ilana.dialect.Spelling.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.And;
import dev.ilana.sql.Criterion.Between;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.Exists;
import dev.ilana.sql.Criterion.FullText;
import dev.ilana.sql.Criterion.FullText.Mode;
import dev.ilana.sql.Criterion.Group;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Criterion.JsonContainsKey;
import dev.ilana.sql.Criterion.Not;
import dev.ilana.sql.Criterion.Or;
import dev.ilana.sql.Join;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Outer;
import dev.ilana.sql.Select;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionGrammarTest {

    private static final String WHERE = "select * from [users] where ";

    private final Criterion a = equal("a", 1);
    private final Criterion b = equal("b", 2);
    private final Criterion c = equal("c", 3);
    private final Criterion d = equal("d", 4);

    @ParameterizedTest
    @CsvSource({"EQ,=", "NE,<>", "LT,<", "LE,<=", "GT,>", "GE,>=", "LIKE,like", "NOT_LIKE,not like"})
    void aComparisonIsItsOperatorBetweenColumnAndMarker(Operator operator, String symbol) {
        Spelling.of(new Comparison(column("users.name"), operator, Value.of("Ada")))
                .everywhere(WHERE + "[name] " + symbol + " ?", "Ada");
    }

    @Test
    void twoColumnsCompareWithoutAValue() {
        Spelling.of(new Comparison(column("users.created_at"), Operator.LT, column("users.updated_at")))
                .everywhere(WHERE + "[created_at] < [updated_at]");
    }

    @Test
    void jsonIsBoundAsTheJsonItIs() {
        Comparison prefs = new Comparison(column("prefs"), Operator.EQ, new Value("{}", SqlType.JSON));
        Spelling.of(prefs)
                .on(Dialects.H2, WHERE + "[prefs] = ? format json", new Value("{}", SqlType.JSON))
                .on(Dialects.POSTGRESQL, WHERE + "[prefs] = ?::jsonb", new Value("{}", SqlType.JSON))
                .on(Dialects.MARIADB, WHERE + "json_equals([prefs], ?)", new Value("{}", SqlType.JSON))
                .on(Dialects.MYSQL, WHERE + "[prefs] = cast(? as json)", new Value("{}", SqlType.JSON));
    }

    @Test
    void aKeyOfJsonIsQuotedButForTheMinusThatMariaDbTakesForAPosition() {
        JsonContainsKey key = new JsonContainsKey(column("prefs"), List.of("-a b", "say \"hi\""));
        Spelling.of(key)
                .on(
                        Dialects.MARIADB,
                        WHERE + "coalesce(json_contains_path([prefs], 'one', ?), 0)",
                        "$.-a b.\"say \\\"hi\\\"\"")
                .on(
                        Dialects.MYSQL,
                        WHERE + "coalesce(json_contains_path([prefs], 'one', ?), 0)",
                        "$.\"-a b\".\"say \\\"hi\\\"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a.b", "-[0]", "-*", "-\""})
    void aKeyThatMariaDbCannotFindIsRefused(String key) {
        Select query = Select.from("users").withWhere(new JsonContainsKey(column("prefs"), List.of(key)));

        assertThatThrownBy(() -> Dialects.MARIADB.grammar().compile(query))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("begins with -");
    }

    @Test
    void fullTextIsOfColumnsAlone() {
        FullText words = new FullText(
                List.of(new JsonAt(column("prefs"), List.of("about"), SqlType.STRING)), "reactive", Mode.NATURAL, null);

        for (Dialect dialect : MYSQL_FAMILY) {
            assertThatThrownBy(
                            () -> dialect.grammar().compile(Select.from("users").withWhere(words)))
                    .isInstanceOf(InvalidUsageException.class)
                    .hasMessageContaining("columns of a full-text index");
        }
    }

    // In

    @Test
    void aListIsOneArrayOrItsValuesPaddedToAPowerOfTwo() {
        Spelling.of(new In(column("id"), values(1), false))
                .on(ARRAY_BINDERS, WHERE + "[id] = any(?)", array(SqlType.INTEGER, 1))
                .on(MYSQL_FAMILY, WHERE + "[id] in (?)", 1);
        Spelling.of(new In(column("id"), values(1, 2, 3), false))
                .on(ARRAY_BINDERS, WHERE + "[id] = any(?)", array(SqlType.INTEGER, 1, 2, 3))
                .on(MYSQL_FAMILY, WHERE + "[id] in (?, ?, ?, ?)", 1, 2, 3, 3);
        Spelling.of(new In(column("id"), values(1, 2, 3, 4, 5), false))
                .on(ARRAY_BINDERS, WHERE + "[id] = any(?)", array(SqlType.INTEGER, 1, 2, 3, 4, 5))
                .on(MYSQL_FAMILY, WHERE + "[id] in (?, ?, ?, ?, ?, ?, ?, ?)", 1, 2, 3, 4, 5, 5, 5, 5);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,4", "4,4", "5,8", "8,8", "9,16", "1000,1024", "1024,1024"})
    void aListOfSoManyBindsThePowerOfTwoAboveOnMySql(int size, int bound) {
        In in = new In(
                column("id"), IntStream.range(0, size).mapToObj(Value::of).toList(), false);
        for (Dialect dialect : MYSQL_FAMILY) {
            assertThat(dialect.grammar()
                            .compile(Select.from("users").withWhere(in))
                            .bindings())
                    .hasSize(bound);
        }
    }

    @Test
    void anEmptyListHasNoMemberAndItsNegationHasAll() {
        Spelling.of(new In(column("id"), List.of(), false)).everywhere(WHERE + "1 = 0");
        Spelling.of(new In(column("id"), List.of(), true)).everywhere(WHERE + "1 = 1");
    }

    @Test
    void notInIsAllUnequalOrAPaddedList() {
        Spelling.of(new In(column("name"), values("a", "b", "c"), true))
                .on(ARRAY_BINDERS, WHERE + "[name] <> all(?)", array(SqlType.STRING, "a", "b", "c"))
                .on(MYSQL_FAMILY, WHERE + "[name] not in (?, ?, ?, ?)", "a", "b", "c", "c");
    }

    @Test
    void aListOfATypeWithoutAnArrayOfTheDriverIsOneOfTextOnPostgreSql() {
        Spelling.of(new In(column("live"), values(true, false, true), false))
                .on(
                        Dialects.POSTGRESQL,
                        WHERE + "[live] in (select unnest(?::text::boolean[]))",
                        arrayText(true, false, true))
                .on(Dialects.H2, WHERE + "[live] = any(?)", array(SqlType.BOOLEAN, true, false, true));
    }

    @Test
    void theMarkersAfterAListGoOnCounting() {
        Spelling.of(new And(List.of(new In(column("id"), values(1, 2, 3), false), equal("name", "x"))))
                .on(ARRAY_BINDERS, WHERE + "[id] = any(?) and [name] = ?", array(SqlType.INTEGER, 1, 2, 3), "x")
                .on(MYSQL_FAMILY, WHERE + "[id] in (?, ?, ?, ?) and [name] = ?", 1, 2, 3, 3, "x");
    }

    // Null, between, not

    @Test
    void nullsAreAskedForByWord() {
        Spelling.of(new IsNull(column("users.deleted_at"), false)).everywhere(WHERE + "[deleted_at] is null");
        Spelling.of(new IsNull(column("users.deleted_at"), true)).everywhere(WHERE + "[deleted_at] is not null");
    }

    @Test
    void betweenBindsItsTwoBounds() {
        Spelling.of(new Between(column("age"), Value.of(18), Value.of(65), false))
                .everywhere(WHERE + "[age] between ? and ?", 18, 65);
        Spelling.of(new Between(column("age"), Value.of(18), Value.of(65), true))
                .everywhere(WHERE + "[age] not between ? and ?", 18, 65);
    }

    @Test
    void aNegationPutsWhatItNegatesInParentheses() {
        Spelling.of(new Not(new Or(List.of(a, b)))).everywhere(WHERE + "not ([a] = ? or [b] = ?)", 1, 2);
        Spelling.of(new Not(new Group(a))).everywhere(WHERE + "not ([a] = ?)", 1);
        Spelling.of(new Not(new Not(a))).everywhere(WHERE + "not (not ([a] = ?))", 1);
    }

    // Exists

    @Test
    void existsSeesTheRowAroundIt() {
        Exists hasPosts = new Exists(postsOfTheRow(), false);
        Spelling.of(hasPosts)
                .everywhere(WHERE + "exists (select [posts].[id] from [posts] where [posts].[user_id] = [users].[id])");
        Spelling.of(new Exists(postsOfTheRow(), true))
                .everywhere(
                        WHERE + "not exists (select [posts].[id] from [posts] where [posts].[user_id] = [users].[id])");
    }

    @Test
    void aTableInsideItselfGoesByAnotherNameThere() {
        Select replies = Select.from("comments")
                .withColumns(List.of(Spelling.selected("comments.id")))
                .withWhere(new And(List.of(
                        new Comparison(
                                column("comments.parent_id"), Operator.EQ, new Outer(new ColumnRef("comments", "id"))),
                        equal("comments.live", true))));
        Spelling.of(Select.from("comments").withWhere(new Exists(replies, false)))
                .everywhere(
                        "select * from [comments] where exists (select [comments_2].[id] from [comments] as [comments_2]"
                                + " where [comments_2].[parent_id] = [comments].[id] and [comments_2].[live] = ?)",
                        true);
    }

    @Test
    void aTableThreeDeepInItselfGoesByAThirdName() {
        Comparison childOfTheRow =
                new Comparison(column("comments.parent_id"), Operator.EQ, new Outer(column("comments.id")));
        Select inner = Select.from("comments").withWhere(childOfTheRow);
        Select middle = Select.from("comments").withWhere(childOfTheRow.and(new Exists(inner, false)));
        Spelling.of(Select.from("comments").withWhere(new Exists(middle, false)))
                .everywhere("select * from [comments] where exists (select * from [comments] as [comments_2]"
                        + " where [comments_2].[parent_id] = [comments].[id] and exists (select * from [comments] as"
                        + " [comments_3] where [comments_3].[parent_id] = [comments_2].[id]))");
    }

    @Test
    void afterASubSelectTheTablesNameIsItsOwnAgain() {
        Select replies = Select.from("comments")
                .withWhere(new Comparison(column("comments.parent_id"), Operator.EQ, new Outer(column("comments.id"))));
        Criterion where = new Exists(replies, false).and(equal("comments.live", true));
        Spelling.of(Select.from("comments").withWhere(where))
                .everywhere(
                        "select * from [comments] where exists (select * from [comments] as [comments_2]"
                                + " where [comments_2].[parent_id] = [comments].[id]) and [live] = ?",
                        true);
    }

    @Test
    void aTableJoinedInsideDoesNotHideTheSameTableAroundIt() {
        Select postsByEditor = Select.from("posts")
                .withJoin(
                        Join.inner("users", new Comparison(column("users.id"), Operator.EQ, column("posts.editor_id"))))
                .withWhere(new Comparison(column("posts.user_id"), Operator.EQ, new Outer(column("users.id"))));
        Spelling.of(new Exists(postsByEditor, false))
                .everywhere(WHERE + "exists (select * from [posts] inner join [users] as [users_2]"
                        + " on [users_2].[id] = [posts].[editor_id] where [posts].[user_id] = [users].[id])");
    }

    private static Select postsOfTheRow() {
        return Select.from("posts")
                .withColumns(List.of(Spelling.selected("posts.id")))
                .withWhere(new Comparison(column("posts.user_id"), Operator.EQ, new Outer(column("users.id"))));
    }

    // And, or, groups

    @Test
    void andInsideOrNeedsNoParenthesesAndOrInsideAndDoes() {
        Spelling.of(new Or(List.of(new And(List.of(a, b)), c)))
                .everywhere(WHERE + "[a] = ? and [b] = ? or [c] = ?", 1, 2, 3);
        Spelling.of(new And(List.of(new Or(List.of(a, b)), c)))
                .everywhere(WHERE + "([a] = ? or [b] = ?) and [c] = ?", 1, 2, 3);
    }

    @Test
    void aGroupKeepsItsParenthesesBesideOthersAndDropsThemAlone() {
        Spelling.of(new Group(new Or(List.of(a, b))).and(c))
                .everywhere(WHERE + "([a] = ? or [b] = ?) and [c] = ?", 1, 2, 3);
        Spelling.of(new Group(new Or(List.of(a, b)))).everywhere(WHERE + "[a] = ? or [b] = ?", 1, 2);
        Spelling.of(new Or(List.of(new Group(new And(List.of(a, b))), c)))
                .everywhere(WHERE + "[a] = ? and [b] = ? or [c] = ?", 1, 2, 3);
    }

    @Test
    void anEmptyAndIsTrueAndAnEmptyOrIsFalse() {
        Spelling.of(new And(List.of())).everywhere(WHERE + "1 = 1");
        Spelling.of(new Or(List.of())).everywhere(WHERE + "1 = 0");
    }

    @Test
    void aJunctionOfOnePartDoesNotLoseTheParenthesesOfThatPart() {
        Criterion aOrB = new And(List.of(new Or(List.of(a, b))));
        Spelling.of(new And(List.of(aOrB, c))).everywhere(WHERE + "([a] = ? or [b] = ?) and [c] = ?", 1, 2, 3);
    }

    @Test
    void aChainReadsAsSqlReadsIt() {
        Spelling.of(a.or(b).andLast(c)).everywhere(WHERE + "[a] = ? or [b] = ? and [c] = ?", 1, 2, 3);
        Spelling.of(a.or(b).andLast(c).andLast(d))
                .everywhere(WHERE + "[a] = ? or [b] = ? and [c] = ? and [d] = ?", 1, 2, 3, 4);
        Spelling.of(a.andLast(b).or(c)).everywhere(WHERE + "[a] = ? and [b] = ? or [c] = ?", 1, 2, 3);
    }

    @Test
    void aChainJoinsOnlyItsLastPart() {
        assertThat(a.or(b).andLast(c)).isEqualTo(new Or(List.of(a, new And(List.of(b, c)))));
        assertThat(a.or(b).and(c)).isEqualTo(new And(List.of(new Or(List.of(a, b)), c)));
        assertThat(a.andLast(b).andLast(c)).isEqualTo(new And(List.of(a, b, c)));
    }

    @Test
    void onlyAnOrNeedsToBeGrouped() {
        assertThat(a.or(b).grouped()).isEqualTo(new Group(new Or(List.of(a, b))));
        assertThat(a.and(b).grouped()).isEqualTo(new And(List.of(a, b)));
        assertThat(a.grouped()).isSameAs(a);
    }

    @Test
    void theSameShapeHasTheSameTextForListsOfManyLengths() {
        for (Dialect dialect : Spelling.ALL) {
            long texts = IntStream.rangeClosed(17, 32)
                    .mapToObj(size -> new In(column("id"), Collections.nCopies(size, Value.of(size)), false))
                    .map(in -> dialect.grammar()
                            .compile(Select.from("users").withWhere(in))
                            .text())
                    .distinct()
                    .count();
            assertThat(texts).as(dialect.name()).isEqualTo(1);
        }
    }
}
