package dev.ilana.dialect;

import static dev.ilana.dialect.Inn.Visit.CITY;
import static dev.ilana.dialect.Inn.Visit.NIGHTS;
import static dev.ilana.dialect.Inn.Visit.VISITS;
import static dev.ilana.dialect.Spelling.ARRAY_BINDERS;
import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;
import static dev.ilana.dialect.Spelling.array;
import static dev.ilana.dialect.Spelling.arrayText;
import static dev.ilana.dialect.Spelling.sentBy;

import dev.ilana.dialect.Inn.Guest;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import dev.ilana.sql.SqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What is sent when a query is to write, as each database spells it. */
class WriteWordsTest {

    private static final Query USERS = Query.table("users");
    private static final Query ADULTS = USERS.where("age", ">", 18);
    private static final List<Dialect> ALL_BUT_POSTGRESQL = List.of(Dialects.H2, Dialects.MARIADB, Dialects.MYSQL);

    private static Map<String, Object> user(String name, int age) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("age", age);
        return row;
    }

    private static final List<Map<String, Object>> TWO = List.of(user("Ada", 36), user("Bob", 17));
    private static final String INSERT = "insert into [users] ([name], [age]) ";
    private static final String ROWS_OF_POSTGRESQL = "select [ilana_new].[name], [ilana_new].[age]"
            + " from unnest(?::text::text[], ?::text::integer[]) as [ilana_new]([name], [age])";

    // New rows

    @Test
    void rowsAreInserted() {
        sentBy(() -> USERS.insert(user("Ada", 36))).everywhere(INSERT + "values (?, ?)", "Ada", 36);
        sentBy(() -> USERS.insert(TWO))
                .on(Dialects.POSTGRESQL, INSERT + ROWS_OF_POSTGRESQL, arrayText("Ada", "Bob"), arrayText(36, 17))
                .on(ALL_BUT_POSTGRESQL, INSERT + "values (?, ?), (?, ?)", "Ada", 36, "Bob", 17);
        sentBy(() -> USERS.insertUsing(List.of("name"), Query.table("posts").select("title")))
                .everywhere("insert into [users] ([name]) select [title] from [posts]");
    }

    @Test
    void aRowsKeyIsAskedFor() {
        List<Dialect> byText = List.of(Dialects.POSTGRESQL, Dialects.MARIADB);
        List<Dialect> byDriver = List.of(Dialects.H2, Dialects.MYSQL);
        sentBy(() -> USERS.insertGetId(user("Ada", 36)))
                .on(byText, INSERT + "values (?, ?) returning [id]", "Ada", 36)
                .on(byDriver, INSERT + "values (?, ?)", "Ada", 36)
                .asksTheDriverFor(byDriver, "id");
        sentBy(() -> USERS.insertGetId(user("Ada", 36), "number"))
                .on(byText, INSERT + "values (?, ?) returning [number]", "Ada", 36)
                .on(byDriver, INSERT + "values (?, ?)", "Ada", 36)
                .asksTheDriverFor(byDriver, "number");
    }

    @Test
    void rowsWhoseKeyIsTakenAreLeftOut() {
        sentBy(() -> USERS.insertOrIgnore(TWO))
                .on(
                        Dialects.POSTGRESQL,
                        INSERT + ROWS_OF_POSTGRESQL + " on conflict do nothing",
                        arrayText("Ada", "Bob"),
                        arrayText(36, 17))
                .on(
                        MYSQL_FAMILY,
                        INSERT + "values (?, ?), (?, ?) on duplicate key update [name] = [users].[name]",
                        "Ada",
                        36,
                        "Bob",
                        17)
                .on(Dialects.H2, INSERT + "values (?, ?); " + INSERT + "values (?, ?)", "Ada", 36, "Bob", 17);
    }

    @Test
    void rowsWhoseKeyIsTakenChange() {
        sentBy(() -> USERS.upsert(TWO, List.of("name"), List.of("age")))
                .on(
                        Dialects.POSTGRESQL,
                        INSERT + ROWS_OF_POSTGRESQL + " on conflict ([name]) do update set [age] = excluded.[age]",
                        arrayText("Ada", "Bob"),
                        arrayText(36, 17))
                .on(
                        Dialects.H2,
                        "merge into [users] using (values (cast(? as varchar), cast(? as integer)),"
                                + " (cast(? as varchar), cast(? as integer))) as [ilana_new]([name], [age])"
                                + " on [users].[name] = [ilana_new].[name]"
                                + " when matched then update set [age] = [ilana_new].[age]"
                                + " when not matched then insert ([name], [age])"
                                + " values ([ilana_new].[name], [ilana_new].[age])",
                        "Ada",
                        36,
                        "Bob",
                        17)
                .on(
                        Dialects.MARIADB,
                        INSERT + "values (?, ?), (?, ?) on duplicate key update [age] = values([age])",
                        "Ada",
                        36,
                        "Bob",
                        17)
                .on(
                        Dialects.MYSQL,
                        INSERT + "values (?, ?), (?, ?) as [ilana_new]"
                                + " on duplicate key update [age] = [ilana_new].[age]",
                        "Ada",
                        36,
                        "Bob",
                        17);
    }

    @Test
    void aRowIsLookedForBeforeItIsUpdatedOrInserted() {
        sentBy(() -> USERS.updateOrInsert(Map.of("name", "Ada"), Map.of("age", 36)))
                .everywhere("select 1 as [found] from [users] where [name] = ? limit ?", "Ada", 1L);
    }

    // Many rows

    @Test
    void manyRowsAreInsertedTogether() {
        for (Spelling spelling :
                List.of(sentBy(() -> USERS.bulkInsert(TWO)), sentBy(() -> USERS.bulkInsert(Flux.fromIterable(TWO))))) {
            spelling.on(Dialects.POSTGRESQL, INSERT + ROWS_OF_POSTGRESQL, arrayText("Ada", "Bob"), arrayText(36, 17))
                    .on(ALL_BUT_POSTGRESQL, INSERT + "values (?, ?), (?, ?)", "Ada", 36, "Bob", 17);
        }
    }

    @Test
    void manyRowsAreUpdatedTogether() {
        String branch = " when [name] = ? then ?";
        sentBy(() -> USERS.bulkUpdate(TWO, List.of("name")))
                .on(
                        Dialects.POSTGRESQL,
                        "update [users] set [age] = [ilana_new].[age] from unnest(?::text::text[],"
                                + " ?::text::integer[]) as [ilana_new]([name], [age])"
                                + " where [users].[name] = [ilana_new].[name]",
                        arrayText("Ada", "Bob"),
                        arrayText(36, 17))
                .on(
                        Dialects.H2,
                        "merge into [users] using (values (cast(? as varchar), cast(? as integer)),"
                                + " (cast(? as varchar), cast(? as integer))) as [ilana_new]([name], [age])"
                                + " on [users].[name] = [ilana_new].[name]"
                                + " when matched then update set [age] = [ilana_new].[age]",
                        "Ada",
                        36,
                        "Bob",
                        17)
                .on(
                        MYSQL_FAMILY,
                        "update [users] set [age] = case" + branch + branch + " else [age] end"
                                + " where [name] = ? or [name] = ?",
                        "Ada",
                        36,
                        "Bob",
                        17,
                        "Ada",
                        "Bob");
    }

    @Test
    void manyRowsAreDeletedTogether() {
        sentBy(() -> USERS.bulkDelete("age", List.of(1, 2)))
                .on(ARRAY_BINDERS, "delete from [users] where [age] = any(?)", array(SqlType.INTEGER, 1, 2))
                .on(MYSQL_FAMILY, "delete from [users] where [age] in (?, ?)", 1, 2);
    }

    // Rows that fit

    @Test
    void rowsThatFitAreUpdated() {
        sentBy(() -> ADULTS.update(Map.of("kind", "ADULT")))
                .everywhere("update [users] set [kind] = ? where [age] > ?", "ADULT", 18);
        sentBy(() -> ADULTS.update(Map.of("name", Expr.upper("name"))))
                .everywhere("update [users] set [name] = upper([name]) where [age] > ?", 18);
        sentBy(() -> USERS.everything().update(Map.of("kind", "ANY")))
                .everywhere("update [users] set [kind] = ?", "ANY");
    }

    @Test
    void numbersOfRowsThatFitAreCountedUpAndDown() {
        String text = "update [users] set [age] = ([age] %s ?) where [age] > ?";
        sentBy(() -> ADULTS.increment("age")).everywhere(text.formatted("+"), 1, 18);
        sentBy(() -> ADULTS.increment("age", 5)).everywhere(text.formatted("+"), 5, 18);
        sentBy(() -> ADULTS.decrement("age")).everywhere(text.formatted("-"), 1, 18);
        sentBy(() -> ADULTS.decrement("age", 5)).everywhere(text.formatted("-"), 5, 18);
    }

    @Test
    void rowsThatFitAreDeletedOrAll() {
        sentBy(() -> ADULTS.delete()).everywhere("delete from [users] where [age] > ?", 18);
        sentBy(() -> USERS.everything().delete()).everywhere("delete from [users]");
        sentBy(() -> USERS.truncate())
                .on(ARRAY_BINDERS, "truncate table [users] restart identity")
                .on(MYSQL_FAMILY, "truncate table [users]");
    }

    @Test
    void modelsThatFitAreUpdatedAndDeleted() {
        sentBy(() -> VISITS.where(NIGHTS.gt(7)).update(CITY.to("Ife")))
                .everywhere("update [visits] set [city] = ? where [nights] > ?", "Ife", 7);
        sentBy(() -> VISITS.where(NIGHTS.gt(7)).update(List.of(CITY.to("Ife"))))
                .everywhere("update [visits] set [city] = ? where [nights] > ?", "Ife", 7);
        sentBy(() -> VISITS.where(NIGHTS.gt(7)).update(Map.of("city", "Ife")))
                .everywhere("update [visits] set [city] = ? where [nights] > ?", "Ife", 7);
        sentBy(() -> VISITS.where(NIGHTS.gt(7)).increment(NIGHTS, 2))
                .everywhere("update [visits] set [nights] = ([nights] + ?) where [nights] > ?", 2, 7);
        sentBy(() -> VISITS.where(NIGHTS.gt(7)).decrement(NIGHTS, 2))
                .everywhere("update [visits] set [nights] = ([nights] - ?) where [nights] > ?", 2, 7);
        sentBy(() -> VISITS.where(NIGHTS.gt(7)).delete()).everywhere("delete from [visits] where [nights] > ?", 7);
        sentBy(() -> Guest.GUESTS.where(Guest.AGE.gt(7)).forceDelete())
                .everywhere("delete from [guests] where [deleted_at] is null and [age] > ?", 7);
    }
}
