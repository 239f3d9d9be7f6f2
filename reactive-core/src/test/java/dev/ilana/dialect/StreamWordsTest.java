package dev.ilana.dialect;

import static dev.ilana.dialect.Inn.Guest.AGE;
import static dev.ilana.dialect.Inn.Guest.GUESTS;
import static dev.ilana.dialect.Inn.Visit.ID;
import static dev.ilana.dialect.Inn.Visit.NIGHTS;
import static dev.ilana.dialect.Inn.Visit.NOTE;
import static dev.ilana.dialect.Inn.Visit.VISITS;
import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;
import static dev.ilana.dialect.Spelling.sentBy;

import dev.ilana.dialect.Inn.Guest;
import dev.ilana.dialect.Inn.Visit;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.Projection;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What is sent for the first part of many rows, as each database spells it. */
class StreamWordsTest {

    private static final Query ADULTS = Query.table("users").where("age", ">", 18);
    private static final String WHERE = " from [users] where [age] > ?";
    private static final ModelQuery<Visit> LONG = VISITS.where(NIGHTS.gt(7)).select("note");
    private static final String LONG_ONES = "select [note], [id] from [visits] where [nights] > ?";
    private static final List<Dialect> WITHOUT_CURSORS = List.of(Dialects.H2, Dialects.MARIADB, Dialects.MYSQL);

    // Models

    @Test
    void aCursorOfTheServerReadsTheQueryAsItIs() {
        sentBy(() -> LONG.orderBy(NOTE).cursor(50))
                .on(
                        Dialects.POSTGRESQL,
                        "declare [ilana_cursor_1] no scroll cursor for " + LONG_ONES + " order by [note] asc;"
                                + " fetch forward 50 from [ilana_cursor_1]; close [ilana_cursor_1]",
                        7)
                .on(WITHOUT_CURSORS, LONG_ONES + " order by [note] asc, [id] asc limit ?", 7, 50L);
    }

    @Test
    void windowsGoOnByTheOrderAndTheKey() {
        sentBy(() -> LONG.lazy(50)).everywhere(LONG_ONES + " order by [id] asc limit ?", 7, 50L);
        sentBy(() -> LONG.orderByDesc(NOTE).limit(60).lazy(50))
                .everywhere(LONG_ONES + " order by [note] desc, [id] desc limit ?", 7, 50L);
        sentBy(() -> LONG.orderBy(NIGHTS).limit(20).offset(3).lazy(50))
                .everywhere(
                        "select [note], [id], [nights] as [ilana_key_1] from [visits] where [nights] > ?"
                                + " order by [nights] asc, [id] asc limit ? offset ?",
                        7,
                        20L,
                        3L);
        sentBy(() -> LONG.orderBy(ID).chunk(50, visits -> Mono.empty()))
                .everywhere(LONG_ONES + " order by [id] asc limit ?", 7, 50L);
        sentBy(() -> LONG.chunkById(50, visits -> Mono.empty()))
                .everywhere(LONG_ONES + " order by [id] asc limit ?", 7, 50L);
        sentBy(() -> LONG.each(50, visit -> Mono.empty())).everywhere(LONG_ONES + " order by [id] asc limit ?", 7, 50L);
    }

    @Test
    void pagesAskForOneRowMore() {
        sentBy(() -> LONG.simplePaginate(3, 10))
                .everywhere(LONG_ONES + " order by [id] asc limit ? offset ?", 7, 11L, 20L);
        sentBy(() -> LONG.orderByDesc(NOTE).cursorPaginate(10))
                .everywhere(LONG_ONES + " order by [note] desc, [id] desc limit ?", 7, 11L);
        sentBy(() -> LONG.cursorPaginate(10, null)).everywhere(LONG_ONES + " order by [id] asc limit ?", 7, 11L);
    }

    @Test
    void theNullsOfAnOrderAreWhereTheyWere() {
        ModelQuery<Guest> guests = GUESTS.query().withTrashed().select("name");
        String sorted = "select [name], [id], [age] as [ilana_key_1] from [guests] order by ";
        sentBy(() -> guests.orderBy(AGE.asc().nullsLast()).lazy(5))
                .on(List.of(Dialects.H2, Dialects.POSTGRESQL), sorted + "[age] asc nulls last, [id] asc limit ?", 5L)
                .on(MYSQL_FAMILY, sorted + "[age] is null asc, [age] asc, [id] asc limit ?", 5L);
    }

    // Rows

    @Test
    void rows() {
        String keyed = "select [users].*, [id] as [ilana_key_1]" + WHERE + " order by [id] asc limit ?";
        sentBy(() -> ADULTS.lazy(50)).everywhere(keyed, 18, 50L);
        sentBy(() -> ADULTS.lazyById(50)).everywhere(keyed, 18, 50L);
        sentBy(() -> ADULTS.lazyById(50, "email"))
                .everywhere(
                        "select [users].*, [email] as [ilana_key_1]" + WHERE + " order by [email] asc limit ?",
                        18,
                        50L);
        sentBy(() -> ADULTS.chunk(50, rows -> Mono.empty())).everywhere(keyed, 18, 50L);
        sentBy(() -> ADULTS.chunkById(50, rows -> Mono.empty())).everywhere(keyed, 18, 50L);
        sentBy(() -> ADULTS.chunkById(50, "email", rows -> Mono.empty()))
                .everywhere(
                        "select [users].*, [email] as [ilana_key_1]" + WHERE + " order by [email] asc limit ?",
                        18,
                        50L);
        sentBy(() -> ADULTS.each(50, row -> Mono.empty())).everywhere(keyed, 18, 50L);
        sentBy(() -> ADULTS.cursor(50))
                .on(
                        Dialects.POSTGRESQL,
                        "declare [ilana_cursor_1] no scroll cursor for select *" + WHERE
                                + "; fetch forward 50 from [ilana_cursor_1]; close [ilana_cursor_1]",
                        18)
                .on(WITHOUT_CURSORS, keyed, 18, 50L);
    }

    @Test
    void rowsThatHaveNoKeyAreCounted() {
        sentBy(() -> ADULTS.select("kind").groupBy("kind").orderBy("kind").lazy(5))
                .everywhere("select [kind]" + WHERE + " group by [kind] order by [kind] asc limit ?", 18, 5L);
        sentBy(() -> ADULTS.select("kind").distinct().orderBy("kind").simplePaginate(2, 5))
                .everywhere("select distinct [kind]" + WHERE + " order by [kind] asc limit ? offset ?", 18, 6L, 5L);
    }

    @Test
    void pagesOfRows() {
        String keyed = "select [users].*, [id] as [ilana_key_1]" + WHERE + " order by [id] asc limit ?";
        sentBy(() -> ADULTS.paginate(1, 10))
                .everywhere("select count(*) as [aggregate]" + WHERE + "; " + keyed, 18, 18, 11L);
        sentBy(() -> ADULTS.simplePaginate(1, 10)).everywhere(keyed, 18, 11L);
        sentBy(() -> ADULTS.cursorPaginate(10)).everywhere(keyed, 18, 11L);
        sentBy(() -> ADULTS.select("name").orderByDesc(Expr.lower("name")).cursorPaginate(10, null))
                .everywhere(
                        "select [name], lower([name]) as [ilana_key_1], [id] as [ilana_key_2]" + WHERE
                                + " order by 2 desc, [id] desc limit ?",
                        18,
                        11L);
    }

    // Values

    @Test
    void values() {
        Projection<String> notes = VISITS.where(NIGHTS.gt(7)).select(NOTE);
        String keyed =
                "select [note], [id] as [ilana_key_1] from [visits] where [nights] > ? order by [id] asc limit ?";
        sentBy(() -> notes.lazy(50)).everywhere(keyed, 7, 50L);
        sentBy(() -> notes.cursor(50)).on(WITHOUT_CURSORS, keyed, 7, 50L);
        sentBy(() -> notes.simplePaginate(1, 10)).everywhere(keyed, 7, 11L);
        sentBy(() -> notes.cursorPaginate(10, null)).everywhere(keyed, 7, 11L);
    }
}
