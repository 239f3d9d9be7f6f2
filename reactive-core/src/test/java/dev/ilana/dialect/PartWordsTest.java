package dev.ilana.dialect;

import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;
import static dev.ilana.dialect.Spelling.array;

import dev.ilana.sql.Criterion.FullText.Mode;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conditions on what is inside a value, and their "or" forms, as each database spells them. */
class PartWordsTest {

    private static final List<Dialect> ALL_BUT_H2 = List.of(Dialects.POSTGRESQL, Dialects.MARIADB, Dialects.MYSQL);

    // JSON at a path

    private static final String H2_THEME = "cast(([prefs]).U&[theme] as varchar)";
    private static final String H2_THEME_TEXT = "case when " + H2_THEME + " = 'null' then null when left(" + H2_THEME
            + ", 1) = '\"' then stringdecode(substring(" + H2_THEME + ", 2, char_length(" + H2_THEME
            + ") - 2)) else " + H2_THEME + " end";
    private static final String MARIADB_TEXT = "case json_type(json_extract([prefs], ?)) when 'NULL' then null"
            + " when 'STRING' then json_value([prefs], ?) else json_extract([prefs], ?) end";
    private static final String MYSQL_TEXT = "case when json_type(json_extract([prefs], ?)) = 'NULL' then null"
            + " else json_unquote(json_extract([prefs], ?)) end";
    private static final String MYSQL_NUMBER = "case when json_type(json_extract([prefs], ?))"
            + " in ('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL') then cast(json_extract([prefs], ?) as %s) end";
    private static final String THEME = "$.\"theme\"";

    @Test
    void textAtAPath() {
        Word.of(q -> q.where("prefs->theme", "dark"), q -> q.orWhere("prefs->theme", "dark"))
                .on(Dialects.H2, H2_THEME_TEXT + " = ?", "dark")
                .on(Dialects.POSTGRESQL, "([prefs] ->> ?) = ?", "theme", "dark")
                .on(Dialects.MARIADB, MARIADB_TEXT + " = ?", THEME, THEME, THEME, "dark")
                .on(Dialects.MYSQL, MYSQL_TEXT + " = ?", THEME, THEME, "dark");
        Word.of(q -> q.whereNull("prefs->theme"), q -> q.orWhereNull("prefs->theme"))
                .on(Dialects.H2, H2_THEME_TEXT + " is null")
                .on(Dialects.POSTGRESQL, "([prefs] ->> ?) is null", "theme")
                .on(Dialects.MARIADB, MARIADB_TEXT + " is null", THEME, THEME, THEME)
                .on(Dialects.MYSQL, MYSQL_TEXT + " is null", THEME, THEME);
    }

    @Test
    void aNumberAtAPathThatHasAPosition() {
        String path = "$.\"sizes\"[0]";
        String h2 = "cast((([prefs]).U&[sizes]){?} as varchar)";
        Word.of(q -> q.where("prefs->sizes->0", ">", 3), q -> q.orWhere("prefs->sizes->0", ">", 3))
                .on(
                        Dialects.H2,
                        "case when regexp_like(" + h2 + ", '^{-0-9}') then cast(" + h2 + " as decfloat) end > ?",
                        1,
                        1,
                        3)
                .on(
                        Dialects.POSTGRESQL,
                        "case when jsonb_typeof([prefs] -> ? -> ?) = 'number'"
                                + " then cast(([prefs] -> ? ->> ?) as numeric) end > ?",
                        "sizes",
                        0,
                        "sizes",
                        0,
                        3)
                .on(MYSQL_FAMILY, MYSQL_NUMBER.formatted("decimal(65, 30)") + " > ?", path, path, 3);
    }

    @Test
    void aNumberWithAFractionAtAPath() {
        String path = "$.\"ratio\"";
        String h2 = "cast(([prefs]).U&[ratio] as varchar)";
        Word.of(q -> q.where("prefs->ratio", 1.5), q -> q.orWhere("prefs->ratio", 1.5))
                .on(
                        Dialects.H2,
                        "case when regexp_like(" + h2 + ", '^{-0-9}') then cast(" + h2
                                + " as double precision) end = ?",
                        1.5)
                .on(
                        Dialects.POSTGRESQL,
                        "case when jsonb_typeof([prefs] -> ?) = 'number'"
                                + " then cast(([prefs] ->> ?) as double precision) end = ?",
                        "ratio",
                        "ratio",
                        1.5)
                .on(MYSQL_FAMILY, MYSQL_NUMBER.formatted("double") + " = ?", path, path, 1.5);
    }

    @Test
    void aBooleanAtAPath() {
        String path = "$.\"on\"";
        Word.of(q -> q.where("prefs->on", true), q -> q.orWhere("prefs->on", true))
                .on(
                        Dialects.H2,
                        "case cast(([prefs]).U&[on] as varchar) when 'true' then true when 'false' then false end = ?",
                        true)
                .on(
                        Dialects.POSTGRESQL,
                        "case when jsonb_typeof([prefs] -> ?) = 'boolean'"
                                + " then cast(([prefs] ->> ?) as boolean) end = ?",
                        "on",
                        "on",
                        true)
                .on(
                        MYSQL_FAMILY,
                        "case when json_type(json_extract([prefs], ?)) = 'BOOLEAN'"
                                + " then json_unquote(json_extract([prefs], ?)) = 'true' end = ?",
                        path,
                        path,
                        true);
    }

    @Test
    void aDateAtAPath() {
        LocalDate day = LocalDate.of(2024, 2, 29);
        Word.of(q -> q.where("prefs->theme", "<", day), q -> q.orWhere("prefs->theme", "<", day))
                .on(Dialects.H2, "cast(" + H2_THEME_TEXT + " as date) < ?", day)
                .on(Dialects.POSTGRESQL, "cast(([prefs] ->> ?) as date) < ?", "theme", day)
                .on(Dialects.MARIADB, "cast(" + MARIADB_TEXT + " as date) < ?", THEME, THEME, THEME, day)
                .on(Dialects.MYSQL, "cast(" + MYSQL_TEXT + " as date) < ?", THEME, THEME, day);
    }

    @Test
    void aListAtAPathIsReadAsTheTypeOfItsValues() {
        Word.of(
                        q -> q.whereIn("prefs->theme", List.of("dark", "light")),
                        q -> q.orWhereIn("prefs->theme", List.of("dark", "light")))
                .on(Dialects.H2, H2_THEME_TEXT + " = any(?)", array(SqlType.STRING, "dark", "light"))
                .on(Dialects.POSTGRESQL, "([prefs] ->> ?) = any(?)", "theme", array(SqlType.STRING, "dark", "light"))
                .on(Dialects.MARIADB, MARIADB_TEXT + " in (?, ?)", THEME, THEME, THEME, "dark", "light")
                .on(Dialects.MYSQL, MYSQL_TEXT + " in (?, ?)", THEME, THEME, "dark", "light");
    }

    // JSON as a whole

    private static Value json(String text) {
        return new Value(text, SqlType.JSON);
    }

    private static String h2Contains(String json) {
        return "case when " + json + " is not null then coalesce(" + json + " = ? format json"
                + " or exists (select 1 from system_range(1, 2147483647) as [ilana_1]"
                + " where [ilana_1].[X] <= coalesce(cardinality(" + json + "), 0)"
                + " and (" + json + "){[ilana_1].[X]} = ? format json), false) end";
    }

    @Test
    void jsonThatContainsAScalar() {
        String path = "$.\"tags\"";
        String h2 = h2Contains("([prefs]).U&[tags]");
        String mysql = "json_contains(json_extract([prefs], ?), ?)";
        Word.of(q -> q.whereJsonContains("prefs->tags", "a"), q -> q.orWhereJsonContains("prefs->tags", "a"))
                .on(Dialects.H2, h2, json("\"a\""), json("\"a\""))
                .on(Dialects.POSTGRESQL, "([prefs] -> ?) @> ?::jsonb", "tags", json("\"a\""))
                .on(MYSQL_FAMILY, mysql, path, json("\"a\""));
        Word.of(q -> q.whereJsonDoesntContain("prefs->tags", "a"), q -> q.orWhereJsonDoesntContain("prefs->tags", "a"))
                .on(Dialects.H2, "not (" + h2 + ")", json("\"a\""), json("\"a\""))
                .on(Dialects.POSTGRESQL, "not (([prefs] -> ?) @> ?::jsonb)", "tags", json("\"a\""))
                .on(MYSQL_FAMILY, "not (" + mysql + ")", path, json("\"a\""));
        Word.of(q -> q.whereJsonContains("prefs", null), q -> q.orWhereJsonContains("prefs", null))
                .on(Dialects.H2, h2Contains("[prefs]"), json("null"), json("null"))
                .on(Dialects.POSTGRESQL, "([prefs]) @> ?::jsonb", json("null"))
                .on(MYSQL_FAMILY, "json_contains([prefs], ?)", json("null"));
    }

    @Test
    void jsonThatContainsAPartOfAnObject() {
        Map<String, ?> part = Map.of("sizes", List.of(1));
        String sizes = "([prefs]).U&[sizes]";
        Word.of(q -> q.whereJsonContains("prefs", part), q -> q.orWhereJsonContains("prefs", part))
                .on(
                        Dialects.H2,
                        "case when [prefs] is not null then coalesce([prefs] is json object and " + sizes
                                + " is json array and exists (select 1 from system_range(1, 2147483647) as [ilana_1]"
                                + " where [ilana_1].[X] <= coalesce(cardinality(" + sizes + "), 0)"
                                + " and (" + sizes + "){[ilana_1].[X]} = ? format json), false) end",
                        json("1"))
                .on(Dialects.POSTGRESQL, "([prefs]) @> ?::jsonb", json("{\"sizes\":[1]}"))
                .on(MYSQL_FAMILY, "json_contains([prefs], ?)", json("{\"sizes\":[1]}"));
    }

    @Test
    void jsonThatHasAKey() {
        String path = "$.\"tags\"[0]";
        String mysql = "coalesce(json_contains_path([prefs], 'one', ?), 0)";
        Word.of(q -> q.whereJsonContainsKey("prefs->tags->0"), q -> q.orWhereJsonContainsKey("prefs->tags->0"))
                .on(Dialects.H2, "(([prefs]).U&[tags]){?} is not null", 1)
                .on(Dialects.POSTGRESQL, "([prefs] -> ? -> ?) is not null", "tags", 0)
                .on(MYSQL_FAMILY, mysql, path);
        Word.of(
                        q -> q.whereJsonDoesntContainKey("prefs->tags->0"),
                        q -> q.orWhereJsonDoesntContainKey("prefs->tags->0"))
                .on(Dialects.H2, "not ((([prefs]).U&[tags]){?} is not null)", 1)
                .on(Dialects.POSTGRESQL, "not (([prefs] -> ? -> ?) is not null)", "tags", 0)
                .on(MYSQL_FAMILY, "not (" + mysql + ")", path);
    }

    @Test
    void aKeyIsAKeyWhateverIsInIt() {
        String key = "a\"b\\c\t\u0001";
        Word.of(q -> q.whereJsonContainsKey("prefs->" + key), q -> q.orWhereJsonContainsKey("prefs->" + key))
                .on(Dialects.H2, "([prefs]).U&[a\\+000022b\\+00005cc\\+000009\\+000001] is not null")
                .on(Dialects.POSTGRESQL, "([prefs] -> ?) is not null", key)
                .on(MYSQL_FAMILY, "coalesce(json_contains_path([prefs], 'one', ?), 0)", "$.\"a\\\"b\\\\c\\t\\u0001\"");
    }

    @Test
    void jsonOfALength() {
        String path = "$.\"tags\"";
        String postgres = "case when jsonb_typeof([prefs] -> ?) = 'array' then jsonb_array_length([prefs] -> ?) end";
        String mysql = "case when json_type(json_extract([prefs], ?)) = 'ARRAY' then json_length([prefs], ?) end";
        Word.of(q -> q.whereJsonLength("prefs->tags", 2), q -> q.orWhereJsonLength("prefs->tags", "=", 2))
                .on(Dialects.H2, "cardinality(([prefs]).U&[tags]) = ?", 2L)
                .on(Dialects.POSTGRESQL, postgres + " = ?", "tags", "tags", 2L)
                .on(MYSQL_FAMILY, mysql + " = ?", path, path, 2L);
        Word.of(q -> q.whereJsonLength("prefs", ">", 2), q -> q.orWhereJsonLength("prefs", ">", 2))
                .on(Dialects.H2, "cardinality([prefs]) > ?", 2L)
                .on(
                        Dialects.POSTGRESQL,
                        "case when jsonb_typeof([prefs]) = 'array' then jsonb_array_length([prefs]) end > ?",
                        2L)
                .on(MYSQL_FAMILY, "case when json_type([prefs]) = 'ARRAY' then json_length([prefs]) end > ?", 2L);
    }

    // Dates

    @Test
    void datesAndTimesOfDay() {
        LocalDate day = LocalDate.of(2024, 2, 29);
        Word.of(q -> q.whereDate("at", day), q -> q.orWhereDate("at", day)).everywhere("cast([at] as date) = ?", day);
        Word.of(q -> q.whereDate("at", "<", day), q -> q.orWhereDate("at", "<", day))
                .everywhere("cast([at] as date) < ?", day);
        LocalTime noon = LocalTime.NOON;
        Word.of(q -> q.whereTime("at", noon), q -> q.orWhereTime("at", noon))
                .everywhere("cast([at] as time(6)) = ?", noon);
        Word.of(q -> q.whereTime("at", ">=", noon), q -> q.orWhereTime("at", ">=", noon))
                .everywhere("cast([at] as time(6)) >= ?", noon);
    }

    @Test
    void numbersOfADate() {
        numbered(Word.of(q -> q.whereDay("at", 29), q -> q.orWhereDay("at", 29)), "day", "=", 29);
        numbered(Word.of(q -> q.whereDay("at", ">", 7), q -> q.orWhereDay("at", ">", 7)), "day", ">", 7);
        numbered(Word.of(q -> q.whereMonth("at", 2), q -> q.orWhereMonth("at", 2)), "month", "=", 2);
        numbered(Word.of(q -> q.whereMonth("at", "<", 7), q -> q.orWhereMonth("at", "<", 7)), "month", "<", 7);
        numbered(Word.of(q -> q.whereYear("at", 2024), q -> q.orWhereYear("at", 2024)), "year", "=", 2024);
        numbered(Word.of(q -> q.whereYear("at", "<>", 1), q -> q.orWhereYear("at", "!=", 1)), "year", "<>", 1);
    }

    private static void numbered(Word word, String part, String operator, int number) {
        word.on(Dialects.H2, "extract(" + part + " from cast([at] as timestamp(9))) " + operator + " ?", number)
                .on(ALL_BUT_H2, "extract(" + part + " from [at]) " + operator + " ?", number);
    }

    // Words

    @Test
    void theWordsOfAText() {
        Word.of(
                        q -> q.whereFullText(List.of("body"), "quick fox"),
                        q -> q.orWhereFullText(List.of("body"), "quick fox"))
                .on(Dialects.POSTGRESQL, "(to_tsvector([body])) @@ plainto_tsquery(?)", "quick fox")
                .on(MYSQL_FAMILY, "match ([body]) against (? in boolean mode)", "+quick +fox")
                .nowhereOf(List.of(Dialects.H2), Capability.FULL_TEXT);
    }

    @Test
    void aPhraseAndASearchBoxInALanguage() {
        List<String> both = List.of("title", "body");
        Word.of(
                        q -> q.whereFullText(both, "quick -fox", Mode.WEB, "english"),
                        q -> q.orWhereFullText(both, "quick -fox", Mode.WEB, "english"))
                .on(
                        Dialects.POSTGRESQL,
                        "(coalesce(to_tsvector('english', [title]), '') || coalesce(to_tsvector('english', [body]), ''))"
                                + " @@ websearch_to_tsquery('english', ?)",
                        "quick -fox")
                .on(MYSQL_FAMILY, "match ([title], [body]) against (? in boolean mode)", "-fox +quick")
                .nowhereOf(List.of(Dialects.H2), Capability.FULL_TEXT);
        Word.of(
                        q -> q.whereFullText(both, "quick fox", Mode.PHRASE, null),
                        q -> q.orWhereFullText(both, "quick fox", Mode.PHRASE, null))
                .on(
                        Dialects.POSTGRESQL,
                        "(coalesce(to_tsvector([title]), '') || coalesce(to_tsvector([body]), ''))"
                                + " @@ phraseto_tsquery(?)",
                        "quick fox")
                .on(MYSQL_FAMILY, "match ([title], [body]) against (? in boolean mode)", "\"quick fox\"");
    }
}
