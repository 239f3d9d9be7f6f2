package dev.ilana.dialect;

import static dev.ilana.dialect.Inn.Visit.ID;
import static dev.ilana.dialect.Inn.Visit.NIGHTS;
import static dev.ilana.dialect.Inn.Visit.NOTE;
import static dev.ilana.dialect.Inn.Visit.VISITS;
import static dev.ilana.dialect.Spelling.ARRAY_BINDERS;
import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;
import static dev.ilana.dialect.Spelling.array;
import static dev.ilana.dialect.Spelling.sentBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import dev.ilana.connection.ManualTransaction;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.dialect.Inn.Guest;
import dev.ilana.dialect.Inn.Visit;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.Projection;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import dev.ilana.sql.Sql;
import dev.ilana.sql.SqlType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What is sent when a query is asked, as each database spells it. */
class TerminalWordsTest {

    private static final Query ADULTS = Query.table("users").where("age", ">", 18);
    private static final String WHERE = " from [users] where [age] > ?";

    // Rows

    @Test
    void rows() {
        sentBy(() -> ADULTS.get()).everywhere("select *" + WHERE, 18);
        sentBy(() -> ADULTS.first()).everywhere("select *" + WHERE + " limit ?", 18, 1L);
        sentBy(() -> ADULTS.firstOrFail()).everywhere("select *" + WHERE + " limit ?", 18, 1L);
        sentBy(() -> ADULTS.sole()).everywhere("select *" + WHERE + " limit ?", 18, 2L);
        sentBy(() -> ADULTS.remember(Duration.ofMinutes(1)).get()).everywhere("select *" + WHERE, 18);
    }

    @Test
    void rowsByTheirKey() {
        sentBy(() -> ADULTS.find(7)).everywhere("select *" + WHERE + " and [id] = ? limit ?", 18, 7, 1L);
        sentBy(() -> ADULTS.findOrFail(7)).everywhere("select *" + WHERE + " and [id] = ? limit ?", 18, 7, 1L);
        sentBy(() -> ADULTS.findMany(List.of(7, 8)))
                .on(ARRAY_BINDERS, "select *" + WHERE + " and [id] = any(?)", 18, array(SqlType.INTEGER, 7, 8))
                .on(MYSQL_FAMILY, "select *" + WHERE + " and [id] in (?, ?)", 18, 7, 8);
    }

    @Test
    void valuesOfRows() {
        sentBy(() -> ADULTS.value("name")).everywhere("select [name]" + WHERE + " limit ?", 18, 1L);
        sentBy(() -> ADULTS.value("name", String.class)).everywhere("select [name]" + WHERE + " limit ?", 18, 1L);
        sentBy(() -> ADULTS.soleValue("name")).everywhere("select [name]" + WHERE + " limit ?", 18, 2L);
        sentBy(() -> ADULTS.pluck("name")).everywhere("select [name]" + WHERE, 18);
        sentBy(() -> ADULTS.pluck("name", String.class)).everywhere("select [name]" + WHERE, 18);
        sentBy(() -> ADULTS.pluck("name", "id")).everywhere("select [name], [id]" + WHERE, 18);
    }

    @Test
    void aggregatesAreOfAllRowsThatFit() {
        Query sorted = ADULTS.orderBy("name").limit(3).offset(1);
        String aggregate = " as [aggregate]" + WHERE;
        sentBy(() -> sorted.count()).everywhere("select count(*)" + aggregate, 18);
        sentBy(() -> sorted.count("age")).everywhere("select count([age])" + aggregate, 18);
        sentBy(() -> sorted.countDistinct("age")).everywhere("select count(distinct [age])" + aggregate, 18);
        sentBy(() -> sorted.sum("age")).everywhere("select sum([age])" + aggregate, 18);
        sentBy(() -> sorted.sum("age", Long.class)).everywhere("select sum([age])" + aggregate, 18);
        sentBy(() -> sorted.avg("age")).everywhere("select avg([age])" + aggregate, 18);
        sentBy(() -> sorted.min("age")).everywhere("select min([age])" + aggregate, 18);
        sentBy(() -> sorted.max("age")).everywhere("select max([age])" + aggregate, 18);
        sentBy(() -> sorted.exists()).everywhere("select 1 as [found]" + WHERE + " limit ? offset ?", 18, 1L, 1L);
        sentBy(() -> ADULTS.doesntExist()).everywhere("select 1 as [found]" + WHERE + " limit ?", 18, 1L);
    }

    @Test
    void aggregatesOfGroupsAreOfTheResult() {
        Query kinds =
                ADULTS.groupBy("kind").select("kind").addSelect(Expr.count("id").as("people"));
        sentBy(() -> kinds.count())
                .everywhere(
                        "select count(*) as [aggregate] from (select [kind], count([id]) as [people]" + WHERE
                                + " group by [kind]) as [users]",
                        18);
        sentBy(() -> ADULTS.distinct().select("kind").count())
                .everywhere("select count(*) as [aggregate] from (select distinct [kind]" + WHERE + ") as [users]", 18);
    }

    @Test
    void howTheRowsWouldBeFound() {
        sentBy(() -> ADULTS.explain()).everywhere("explain select *" + WHERE, 18);
    }

    @Test
    void sqlOfOnesOwn() {
        sentBy(() -> Query.raw("select * from users where age > ?", 18))
                .everywhere("select * from users where age > ?", 18);
        sentBy(() -> Query.statement("update users set age = ?", 18)).everywhere("update users set age = ?", 18);
    }

    @Test
    void whatWouldBeSentIsSaidAndNotSent() {
        for (Dialect dialect : Spelling.ALL) {
            Sql sql = ADULTS.toSql(dialect);
            Database database = Spelling.nowhere(dialect);
            assertThat(ADULTS.on(database).toSql().block()).isEqualTo(sql);
            assertThat(ADULTS.on(database).dryRun(Query::get).block()).containsExactly(sql);
        }
    }

    @Test
    void aQueryInATransactionIsSpelledForItsDatabase() {
        Database database = Database.connect("h2:mem:spelled");
        Sql spelled = Mono.usingWhen(
                        database.beginTransaction(TransactionOptions.DEFAULT),
                        trx -> ADULTS.on(trx).toSql(),
                        ManualTransaction::rollback)
                .block();
        assertThat(spelled).isEqualTo(ADULTS.toSql(Dialects.H2));
        database.close().block();
    }

    // Models

    private static final ModelQuery<Visit> LONG = VISITS.where(NIGHTS.gt(7));
    private static final String COLUMNS = "select [id], [guest_id], [note], [city], [nights], [beds], [price], [paid],"
            + " [kind], [token], [booked_at], [arrival], [day], [breakfast], [prefs]";
    private static final String LONG_ONES = " from [visits] where [nights] > ?";

    @Test
    void models() {
        sentBy(() -> LONG.get()).everywhere(COLUMNS + LONG_ONES, 7);
        sentBy(() -> VISITS.all()).everywhere(COLUMNS + " from [visits]");
        sentBy(() -> LONG.collection()).everywhere(COLUMNS + LONG_ONES, 7);
        sentBy(() -> LONG.first()).everywhere(COLUMNS + LONG_ONES + " limit ?", 7, 1L);
        sentBy(() -> LONG.firstOrFail()).everywhere(COLUMNS + LONG_ONES + " limit ?", 7, 1L);
        sentBy(() -> LONG.sole()).everywhere(COLUMNS + LONG_ONES + " limit ?", 7, 2L);
    }

    @Test
    void modelsByTheirKey() {
        String keyed = COLUMNS + " from [visits] where [id] = ? and [nights] > ?";
        sentBy(() -> LONG.find(7)).everywhere(keyed, 7L, 7);
        sentBy(() -> LONG.findOrFail("7")).everywhere(keyed, 7L, 7);
        sentBy(() -> VISITS.findBy(NOTE, "x")).everywhere(COLUMNS + " from [visits] where [note] = ? limit ?", "x", 1L);
        sentBy(() -> VISITS.findBy("note", "x"))
                .everywhere(COLUMNS + " from [visits] where [note] = ? limit ?", "x", 1L);
        sentBy(() -> LONG.findMany(List.of(7, 8)))
                .on(
                        ARRAY_BINDERS,
                        COLUMNS + " from [visits] where [id] = any(?) and [nights] > ?",
                        array(SqlType.BIGINT, 7L, 8L),
                        7)
                .on(MYSQL_FAMILY, COLUMNS + " from [visits] where [id] in (?, ?) and [nights] > ?", 7L, 8L, 7);
    }

    @Test
    void modelsByPagesAndWindows() {
        sentBy(() -> LONG.orderBy(NOTE).paginate(3, 10))
                .everywhere(
                        "select count(*) as [aggregate]" + LONG_ONES + "; " + COLUMNS + LONG_ONES
                                + " order by [note] asc limit ? offset ?",
                        7,
                        7,
                        10L,
                        20L);
        sentBy(() -> LONG.lazyById(100)).everywhere(COLUMNS + LONG_ONES + " order by [id] asc limit ?", 7, 100L);
    }

    @Test
    void fieldsOfModels() {
        sentBy(() -> LONG.value(NOTE)).everywhere("select [note]" + LONG_ONES + " limit ?", 7, 1L);
        sentBy(() -> LONG.pluck(NOTE)).everywhere("select [note]" + LONG_ONES, 7);
        String aggregate = " as [aggregate]" + LONG_ONES;
        sentBy(() -> LONG.sum(NIGHTS)).everywhere("select sum([nights])" + aggregate, 7);
        sentBy(() -> LONG.sum(NIGHTS, Long.class)).everywhere("select sum([nights])" + aggregate, 7);
        sentBy(() -> LONG.avg(NIGHTS)).everywhere("select avg([nights])" + aggregate, 7);
        sentBy(() -> LONG.min(NIGHTS)).everywhere("select min([nights])" + aggregate, 7);
        sentBy(() -> LONG.max(NIGHTS.plus(1))).everywhere("select max(([nights] + ?))" + aggregate, 1, 7);
    }

    @Test
    void projections() {
        Projection<String> notes = LONG.select(NOTE);
        sentBy(() -> notes.get()).everywhere("select [note]" + LONG_ONES, 7);
        sentBy(() -> notes.first()).everywhere("select [note]" + LONG_ONES + " limit ?", 7, 1L);
        sentBy(() -> notes.firstOrFail()).everywhere("select [note]" + LONG_ONES + " limit ?", 7, 1L);
        sentBy(() -> notes.sole()).everywhere("select [note]" + LONG_ONES + " limit ?", 7, 2L);
        sentBy(() -> notes.paginate(2, 5))
                .everywhere(
                        "select count(*) as [aggregate]" + LONG_ONES + "; select [note]" + LONG_ONES
                                + " order by [id] asc limit ? offset ?",
                        7,
                        7,
                        5L,
                        5L);
    }

    // Relations

    @Test
    void relationsAreAskedForOnlyWhereThereAreParents() {
        String guests = "select [id], [name], [age], [created_at], [updated_at], [deleted_at] from [guests]"
                + " where [deleted_at] is null";
        sentBy(() -> Guest.GUESTS.query().with(Guest.VISITS).get()).everywhere(guests);
        sentBy(() -> Guest.GUESTS
                        .query()
                        .with(Guest.VISITS, visits -> visits.orderBy(ID))
                        .get())
                .everywhere(guests);
        sentBy(() -> Guest.GUESTS.query().with("visits").get()).everywhere(guests);
    }
}
