package dev.ilana.dialect;

import static dev.ilana.dialect.Inn.Visit.ARRIVAL;
import static dev.ilana.dialect.Inn.Visit.BEDS;
import static dev.ilana.dialect.Inn.Visit.BOOKED_AT;
import static dev.ilana.dialect.Inn.Visit.BREAKFAST;
import static dev.ilana.dialect.Inn.Visit.CITY;
import static dev.ilana.dialect.Inn.Visit.DAY;
import static dev.ilana.dialect.Inn.Visit.GUEST_ID;
import static dev.ilana.dialect.Inn.Visit.ID;
import static dev.ilana.dialect.Inn.Visit.KIND;
import static dev.ilana.dialect.Inn.Visit.NIGHTS;
import static dev.ilana.dialect.Inn.Visit.NOTE;
import static dev.ilana.dialect.Inn.Visit.PAID;
import static dev.ilana.dialect.Inn.Visit.PREFS;
import static dev.ilana.dialect.Inn.Visit.PRICE;
import static dev.ilana.dialect.Inn.Visit.TOKEN;
import static dev.ilana.dialect.Inn.Visit.VISITS;
import static dev.ilana.dialect.Spelling.ARRAY_BINDERS;
import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;
import static dev.ilana.dialect.Spelling.array;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.dialect.Inn.Guest;
import dev.ilana.dialect.Inn.Kind;
import dev.ilana.dialect.Inn.Visit;
import dev.ilana.model.Condition;
import dev.ilana.model.Field;
import dev.ilana.model.Projection;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of typed columns, and of what is computed from them, as each database spells it. */
class FieldWordsTest {

    /** What all four, or some, say for a condition after "where", or for a field after "select". */
    private record Said(Projection<?> query, String before, String after) {

        @CanIgnoreReturnValue
        Said everywhere(String text, Object... values) {
            return on(Spelling.ALL, text, values);
        }

        @CanIgnoreReturnValue
        Said on(Dialect dialect, String text, Object... values) {
            return on(List.of(dialect), text, values);
        }

        @CanIgnoreReturnValue
        Said on(List<Dialect> dialects, String text, Object... values) {
            Spelling.of(query).on(dialects, before + text + after, values);
            return this;
        }
    }

    private static Said where(Condition<Visit> condition) {
        return new Said(VISITS.where(condition).select(ID), "select [id] from [visits] where ", "");
    }

    private static Said select(Field<Visit, ?> field) {
        return new Said(VISITS.select(field), "select ", " as [field_1] from [visits]");
    }

    private static Value json(String text) {
        return new Value(text, SqlType.JSON);
    }

    // Comparisons

    @Test
    void aFieldAndAValue() {
        where(NIGHTS.eq(3)).everywhere("[nights] = ?", 3);
        where(NIGHTS.ne(3)).everywhere("[nights] <> ?", 3);
        where(NIGHTS.lt(3)).everywhere("[nights] < ?", 3);
        where(NIGHTS.le(3)).everywhere("[nights] <= ?", 3);
        where(NIGHTS.gt(3)).everywhere("[nights] > ?", 3);
        where(NIGHTS.ge(3)).everywhere("[nights] >= ?", 3);
        where(KIND.eq(Kind.REST)).everywhere("[kind] = ?", "REST");
        where(PAID.isTrue()).everywhere("[paid] = ?", true);
        where(PAID.isFalse()).everywhere("[paid] = ?", false);
    }

    @Test
    void aFieldAndAnother() {
        where(NIGHTS.eq(BEDS)).everywhere("[nights] = [beds]");
        where(NIGHTS.ne(BEDS)).everywhere("[nights] <> [beds]");
        where(NIGHTS.lt(BEDS)).everywhere("[nights] < [beds]");
        where(NIGHTS.le(BEDS)).everywhere("[nights] <= [beds]");
        where(NIGHTS.gt(BEDS)).everywhere("[nights] > [beds]");
        where(NIGHTS.ge(BEDS.plus(1))).everywhere("[nights] >= ([beds] + ?)", 1);
    }

    @Test
    void aFieldAndAPattern() {
        where(NOTE.like("A%")).everywhere("[note] like ?", "A%");
        where(NOTE.notLike("A%")).everywhere("[note] not like ?", "A%");
        where(NOTE.ilike("a%"))
                .on(ARRAY_BINDERS, "[note] ilike ?", "a%")
                .on(MYSQL_FAMILY, "lower([note]) like lower(?)", "a%");
        where(NOTE.notIlike("a%"))
                .on(ARRAY_BINDERS, "[note] not ilike ?", "a%")
                .on(MYSQL_FAMILY, "lower([note]) not like lower(?)", "a%");
    }

    @Test
    void aFieldAndAList() {
        where(NIGHTS.in(1, 2, 3))
                .on(ARRAY_BINDERS, "[nights] = any(?)", array(SqlType.INTEGER, 1, 2, 3))
                .on(MYSQL_FAMILY, "[nights] in (?, ?, ?, ?)", 1, 2, 3, 3);
        where(NIGHTS.notIn(1, 2))
                .on(ARRAY_BINDERS, "[nights] <> all(?)", array(SqlType.INTEGER, 1, 2))
                .on(MYSQL_FAMILY, "[nights] not in (?, ?)", 1, 2);
        where(KIND.in(Arrays.asList(Kind.values())))
                .on(ARRAY_BINDERS, "[kind] = any(?)", array(SqlType.STRING, "WORK", "REST"))
                .on(MYSQL_FAMILY, "[kind] in (?, ?)", "WORK", "REST");
        where(CITY.notIn(List.of("Ife")))
                .on(ARRAY_BINDERS, "[city] <> all(?)", array(SqlType.STRING, "Ife"))
                .on(MYSQL_FAMILY, "[city] not in (?)", "Ife");
        where(CITY.in(List.of())).everywhere("1 = 0");
    }

    @Test
    void aFieldAndAnotherQuery() {
        String adults =
                "(select [guests].[id] from [guests] where [guests].[deleted_at] is null and [guests].[age] > ?)";
        Projection<Long> ofAge = Guest.GUESTS.where(Guest.AGE.gt(18)).select(Guest.ID);
        where(GUEST_ID.in(ofAge)).everywhere("[guest_id] in " + adults, 18);
        where(GUEST_ID.notIn(ofAge)).everywhere("[guest_id] not in " + adults, 18);
    }

    @Test
    void aFieldAndARangeOrNothing() {
        where(NIGHTS.between(1, 3)).everywhere("[nights] between ? and ?", 1, 3);
        where(NIGHTS.notBetween(1, 3)).everywhere("[nights] not between ? and ?", 1, 3);
        where(CITY.isNull()).everywhere("[city] is null");
        where(CITY.isNotNull()).everywhere("[city] is not null");
    }

    @Test
    void conditionsTogether() {
        where(NIGHTS.eq(1).or(NIGHTS.eq(2)).and(PAID.isTrue()).not())
                .everywhere("not (([nights] = ? or [nights] = ?) and [paid] = ?)", 1, 2, true);
    }

    // Computed of a row

    @Test
    void numbersAreCounted() {
        where(NIGHTS.plus(1).eq(2)).everywhere("([nights] + ?) = ?", 1, 2);
        where(NIGHTS.minus(1).eq(2)).everywhere("([nights] - ?) = ?", 1, 2);
        where(NIGHTS.times(2).eq(4)).everywhere("([nights] * ?) = ?", 2, 4);
        where(NIGHTS.plus(BEDS).eq(2)).everywhere("([nights] + [beds]) = ?", 2);
        where(NIGHTS.minus(BEDS).eq(2)).everywhere("([nights] - [beds]) = ?", 2);
        where(NIGHTS.coalesce(0).eq(2)).everywhere("coalesce([nights], ?) = ?", 0, 2);
    }

    @Test
    void textIsChangedAndMeasured() {
        where(NOTE.lower().eq("x")).everywhere("lower([note]) = ?", "x");
        where(NOTE.upper().eq("X")).everywhere("upper([note]) = ?", "X");
        where(NOTE.length().gt(3)).everywhere("char_length([note]) > ?", 3);
    }

    @Test
    void aPointInTimeHasPartsInTheZoneOfTheConnection() {
        LocalDate day = LocalDate.of(2024, 2, 29);
        String zoned = "convert_tz([booked_at], '+00:00', @@session.time_zone)";
        where(BOOKED_AT.date().eq(day))
                .on(ARRAY_BINDERS, "cast([booked_at] as date) = ?", day)
                .on(MYSQL_FAMILY, "cast(" + zoned + " as date) = ?", day);
        where(BOOKED_AT.time().lt(LocalTime.NOON))
                .on(ARRAY_BINDERS, "cast([booked_at] as time(6)) < ?", LocalTime.NOON)
                .on(MYSQL_FAMILY, "cast(" + zoned + " as time(6)) < ?", LocalTime.NOON);
        where(BOOKED_AT.hour().eq(9))
                .on(Dialects.H2, "extract(hour from cast([booked_at] as timestamp(9))) = ?", 9)
                .on(Dialects.POSTGRESQL, "extract(hour from [booked_at]) = ?", 9)
                .on(MYSQL_FAMILY, "extract(hour from " + zoned + ") = ?", 9);
    }

    @Test
    void whatHasNoZoneHasItsPartsAsTheyAre() {
        where(ARRIVAL.year().eq(2024)).everywhere("extract(year from [arrival]) = ?", 2024);
        where(ARRIVAL.month().eq(2)).everywhere("extract(month from [arrival]) = ?", 2);
        where(DAY.day().eq(29)).everywhere("extract(day from [day]) = ?", 29);
        where(BREAKFAST.hour().eq(9)).everywhere("extract(hour from [breakfast]) = ?", 9);
    }

    // JSON

    @Test
    void jsonAtAPath() {
        String text = "cast(([prefs]).U&[view] as varchar)";
        String path = "$.\"view\"";
        where(PREFS.path("view").eq("sea"))
                .on(
                        Dialects.H2,
                        "case when " + text + " = 'null' then null when left(" + text + ", 1) = '\"'"
                                + " then stringdecode(substring(" + text + ", 2, char_length(" + text
                                + ") - 2)) else " + text + " end = ?",
                        "sea")
                .on(Dialects.POSTGRESQL, "([prefs] ->> ?) = ?", "view", "sea")
                .on(
                        Dialects.MARIADB,
                        "case json_type(json_extract([prefs], ?)) when 'NULL' then null when 'STRING'"
                                + " then json_value([prefs], ?) else json_extract([prefs], ?) end = ?",
                        path,
                        path,
                        path,
                        "sea")
                .on(
                        Dialects.MYSQL,
                        "case when json_type(json_extract([prefs], ?)) = 'NULL' then null"
                                + " else json_unquote(json_extract([prefs], ?)) end = ?",
                        path,
                        path,
                        "sea");
    }

    @Test
    void jsonAtAPathAsANumber() {
        String number = "cast(([prefs]).U&[floor] as varchar)";
        String path = "$.\"floor\"";
        where(PREFS.path(Integer.class, "floor").ge(3))
                .on(
                        Dialects.H2,
                        "case when regexp_like(" + number + ", '^{-0-9}') then cast(" + number
                                + " as decfloat) end >= ?",
                        3)
                .on(
                        Dialects.POSTGRESQL,
                        "case when jsonb_typeof([prefs] -> ?) = 'number' then cast(([prefs] ->> ?) as numeric) end >= ?",
                        "floor",
                        "floor",
                        3)
                .on(
                        MYSQL_FAMILY,
                        "case when json_type(json_extract([prefs], ?)) in ('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE',"
                                + " 'DECIMAL') then cast(json_extract([prefs], ?) as decimal(65, 30)) end >= ?",
                        path,
                        path,
                        3);
    }

    @Test
    void jsonThatContainsHasAKeyOrALength() {
        String tags = "([prefs]).U&[tags]";
        String path = "$.\"tags\"";
        where(PREFS.path("tags").contains("quiet"))
                .on(
                        Dialects.H2,
                        "case when " + tags + " is not null then coalesce(" + tags + " = ? format json"
                                + " or exists (select 1 from system_range(1, 2147483647) as [ilana_1]"
                                + " where [ilana_1].[X] <= coalesce(cardinality(" + tags + "), 0)"
                                + " and (" + tags + "){[ilana_1].[X]} = ? format json), false) end",
                        json("\"quiet\""),
                        json("\"quiet\""))
                .on(Dialects.POSTGRESQL, "([prefs] -> ?) @> ?::jsonb", "tags", json("\"quiet\""))
                .on(MYSQL_FAMILY, "json_contains(json_extract([prefs], ?), ?)", path, json("\"quiet\""));
        where(PREFS.containsKey("tags"))
                .on(Dialects.H2, tags + " is not null")
                .on(Dialects.POSTGRESQL, "([prefs] -> ?) is not null", "tags")
                .on(MYSQL_FAMILY, "coalesce(json_contains_path([prefs], 'one', ?), 0)", path);
        where(PREFS.path("tags").jsonLength().eq(2))
                .on(Dialects.H2, "cardinality(" + tags + ") = ?", 2)
                .on(
                        Dialects.POSTGRESQL,
                        "case when jsonb_typeof([prefs] -> ?) = 'array' then jsonb_array_length([prefs] -> ?) end = ?",
                        "tags",
                        "tags",
                        2)
                .on(
                        MYSQL_FAMILY,
                        "case when json_type(json_extract([prefs], ?)) = 'ARRAY' then json_length([prefs], ?) end = ?",
                        path,
                        path,
                        2);
    }

    // Of many rows

    @Test
    void whatARowsGroupComesTo() {
        select(NIGHTS.count()).everywhere("count([nights])");
        select(NIGHTS.countDistinct()).everywhere("count(distinct [nights])");
        select(NIGHTS.sum()).everywhere("sum([nights])");
        select(NIGHTS.sum(Long.class)).everywhere("sum([nights])");
        select(PRICE.avg()).everywhere("avg([price])");
        select(NIGHTS.min()).everywhere("min([nights])");
        select(NIGHTS.max()).everywhere("max([nights])");
        select(TOKEN.max())
                .on(Dialects.POSTGRESQL, "cast(max(cast([token] as text)) as uuid)")
                .on(List.of(Dialects.H2, Dialects.MARIADB, Dialects.MYSQL), "max([token])");
        select(PAID.max())
                .on(Dialects.POSTGRESQL, "cast(max(cast([paid] as integer)) as boolean)")
                .on(List.of(Dialects.H2, Dialects.MARIADB, Dialects.MYSQL), "max([paid])");
    }

    @Test
    void whatIsOverAWindow() {
        select(NIGHTS.sum().over(w -> w.partitionBy(CITY).orderBy(DAY).orderByDesc(ID)))
                .everywhere("sum([nights]) over (partition by [city] order by [day] asc, [id] desc)");
        select(NIGHTS.lag(1).over(w -> w.orderBy(ID))).everywhere("lag([nights], 1) over (order by [id] asc)");
        select(NIGHTS.lead(2).over(w -> w.orderBy(ID))).everywhere("lead([nights], 2) over (order by [id] asc)");
    }

    // Order, names, what is written

    @Test
    void ordersAndTheirNulls() {
        Projection<Long> query = VISITS.orderBy(CITY.asc().nullsFirst())
                .orderBy(NIGHTS.desc().nullsLast())
                .orderBy(ID.asc())
                .select(ID);
        Spelling.of(query)
                .on(
                        ARRAY_BINDERS,
                        "select [id] from [visits] order by [city] asc nulls first, [nights] desc nulls last, [id] asc")
                .on(
                        MYSQL_FAMILY,
                        "select [id] from [visits] order by [city] is null desc, [city] asc, [nights] is null asc,"
                                + " [nights] desc, [id] asc");
    }

    @Test
    void aColumnIsSetToAValueOrToAnExpression() {
        Spelling.sentBy(() -> VISITS.where(ID.eq(1L))
                        .update(
                                CITY.to("Ife"),
                                KIND.to(Kind.WORK),
                                PRICE.to(PRICE.times(new BigDecimal("1.1"))),
                                NIGHTS.to(BEDS)))
                .everywhere(
                        "update [visits] set [city] = ?, [kind] = ?, [price] = ([price] * ?), [nights] = [beds]"
                                + " where [id] = ?",
                        "Ife",
                        "WORK",
                        new BigDecimal("1.1"),
                        1L);
    }
}
