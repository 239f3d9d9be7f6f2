package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.LANGUAGE;
import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Attack.Kind.VALUE;
import static dev.ilana.testkit.contract.Place.column;
import static dev.ilana.testkit.contract.Place.name;
import static dev.ilana.testkit.contract.Place.value;
import static dev.ilana.testkit.contract.Place.word;

import dev.ilana.sql.Criterion.FullText.Mode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The conditions on parts of a value: of JSON, of dates, and the words of a text. */
final class PartAttacks {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private PartAttacks() {}

    static void into(Attacks attacks) {
        json(attacks);
        dates(attacks);
        words(attacks);
    }

    /** What is in JSON */
    private static void json(Attacks attacks) {
        attacks.onBoth(
                "PartConditions.whereJsonContains(String,Object)",
                (q, t) -> q.whereJsonContains(t[0], t[1]),
                column(0, "doc"),
                value(1, "x"));
        attacks.onBoth(
                "PartConditions.orWhereJsonContains(String,Object)",
                (q, t) -> q.orWhereJsonContains(t[0], t[1]),
                column(0, "doc"),
                value(1, "x"));
        attacks.onBoth(
                "PartConditions.whereJsonDoesntContain(String,Object)",
                (q, t) -> q.whereJsonDoesntContain(t[0], t[1]),
                column(0, "doc"),
                value(1, "x"));
        attacks.onBoth(
                "PartConditions.orWhereJsonDoesntContain(String,Object)",
                (q, t) -> q.orWhereJsonDoesntContain(t[0], t[1]),
                column(0, "doc"),
                value(1, "x"));
        attacks.onColumn("PartConditions.whereJsonContainsKey(String)#0", (q, s) -> q.whereJsonContainsKey(s));
        attacks.onColumn("PartConditions.orWhereJsonContainsKey(String)#0", (q, s) -> q.orWhereJsonContainsKey(s));
        attacks.onColumn(
                "PartConditions.whereJsonDoesntContainKey(String)#0", (q, s) -> q.whereJsonDoesntContainKey(s));
        attacks.onColumn(
                "PartConditions.orWhereJsonDoesntContainKey(String)#0", (q, s) -> q.orWhereJsonDoesntContainKey(s));
        attacks.onColumn("PartConditions.whereJsonLength(String,long)#0", (q, s) -> q.whereJsonLength(s, 1));
        attacks.onBoth(
                "PartConditions.whereJsonLength(String,String,long)",
                (q, t) -> q.whereJsonLength(t[0], t[1], 1),
                name(0, "doc"),
                word(1, "<"));
        attacks.onBoth(
                "PartConditions.orWhereJsonLength(String,String,long)",
                (q, t) -> q.orWhereJsonLength(t[0], t[1], 1),
                name(0, "doc"),
                word(1, "<"));
    }

    /** The parts of a date */
    private static void dates(Attacks attacks) {
        attacks.onBoth(NAME, "PartConditions.orWhereDate(String,LocalDate)#0", (q, s) -> q.orWhereDate(s, DAY));
        attacks.onBoth(NAME, "PartConditions.orWhereDay(String,int)#0", (q, s) -> q.orWhereDay(s, 1));
        attacks.onBoth(NAME, "PartConditions.orWhereMonth(String,int)#0", (q, s) -> q.orWhereMonth(s, 1));
        attacks.onBoth(
                NAME, "PartConditions.orWhereTime(String,LocalTime)#0", (q, s) -> q.orWhereTime(s, LocalTime.NOON));
        attacks.onBoth(NAME, "PartConditions.orWhereYear(String,int)#0", (q, s) -> q.orWhereYear(s, 1));
        attacks.onBoth(NAME, "PartConditions.whereTime(String,LocalTime)#0", (q, s) -> q.whereTime(s, LocalTime.NOON));
        attacks.onBoth(NAME, "PartConditions.whereDate(String,LocalDate)#0", (q, s) -> q.whereDate(s, DAY));
        attacks.onBoth(
                "PartConditions.whereDate(String,String,LocalDate)",
                (q, t) -> q.whereDate(t[0], t[1], DAY),
                name(0, "at"),
                word(1, "<"));
        attacks.onBoth(
                "PartConditions.orWhereDate(String,String,LocalDate)",
                (q, t) -> q.orWhereDate(t[0], t[1], DAY),
                name(0, "at"),
                word(1, "<"));
        attacks.onBoth(
                "PartConditions.whereTime(String,String,LocalTime)",
                (q, t) -> q.whereTime(t[0], t[1], LocalTime.NOON),
                name(0, "at"),
                word(1, "<"));
        attacks.onBoth(
                "PartConditions.orWhereTime(String,String,LocalTime)",
                (q, t) -> q.orWhereTime(t[0], t[1], LocalTime.NOON),
                name(0, "at"),
                word(1, "<"));
        attacks.onBoth(NAME, "PartConditions.whereDay(String,int)#0", (q, s) -> q.whereDay(s, 1));
        attacks.onBoth(
                "PartConditions.whereDay(String,String,int)",
                (q, t) -> q.whereDay(t[0], t[1], 1),
                name(0, "at"),
                word(1, "<"));
        attacks.onBoth(
                "PartConditions.orWhereDay(String,String,int)",
                (q, t) -> q.orWhereDay(t[0], t[1], 1),
                name(0, "at"),
                word(1, "<"));
        attacks.onBoth(NAME, "PartConditions.whereMonth(String,int)#0", (q, s) -> q.whereMonth(s, 1));
        attacks.onBoth(
                "PartConditions.whereMonth(String,String,int)",
                (q, t) -> q.whereMonth(t[0], t[1], 1),
                name(0, "at"),
                word(1, "<"));
        attacks.onBoth(
                "PartConditions.orWhereMonth(String,String,int)",
                (q, t) -> q.orWhereMonth(t[0], t[1], 1),
                name(0, "at"),
                word(1, "<"));
        attacks.onBoth(NAME, "PartConditions.whereYear(String,int)#0", (q, s) -> q.whereYear(s, 1));
        attacks.onBoth(
                "PartConditions.whereYear(String,String,int)",
                (q, t) -> q.whereYear(t[0], t[1], 1),
                name(0, "at"),
                word(1, "<"));
        attacks.onBoth(
                "PartConditions.orWhereYear(String,String,int)",
                (q, t) -> q.orWhereYear(t[0], t[1], 1),
                name(0, "at"),
                word(1, "<"));
    }

    /** The words of a text */
    private static void words(Attacks attacks) {
        attacks.onBoth(
                "PartConditions.whereFullText(Collection,String)",
                (q, t) -> q.whereFullText(List.of(t[0]), t[1]),
                name(0, "name"),
                value(1, "x"));
        attacks.onBoth(
                "PartConditions.orWhereFullText(Collection,String)",
                (q, t) -> q.orWhereFullText(List.of(t[0]), t[1]),
                name(0, "name"),
                value(1, "x"));
        attacks.onBoth(
                VALUE,
                "PartConditions.whereFullText(Collection,String,Mode,String)#1",
                (q, s) -> q.whereFullText(List.of("name"), s, Mode.NATURAL, null));
        attacks.onBoth(
                VALUE,
                "PartConditions.whereFullText(Collection,String,Mode,String)#1",
                (q, s) -> q.whereFullText(List.of("name"), s, Mode.PHRASE, null));
        attacks.onBoth(
                VALUE,
                "PartConditions.whereFullText(Collection,String,Mode,String)#1",
                (q, s) -> q.whereFullText(List.of("name"), s, Mode.WEB, null));
        attacks.onBoth(
                NAME,
                "PartConditions.whereFullText(Collection,String,Mode,String)#0",
                (q, s) -> q.whereFullText(List.of(s), "x", Mode.WEB, null));
        attacks.onBoth(
                LANGUAGE,
                "PartConditions.whereFullText(Collection,String,Mode,String)#3",
                (q, s) -> q.whereFullText(List.of("name"), "x", Mode.WEB, s));
        attacks.onBoth(
                VALUE,
                "PartConditions.orWhereFullText(Collection,String,Mode,String)#1",
                (q, s) -> q.orWhereFullText(List.of("name"), s, Mode.WEB, null));
        attacks.onBoth(
                NAME,
                "PartConditions.orWhereFullText(Collection,String,Mode,String)#0",
                (q, s) -> q.orWhereFullText(List.of(s), "x", Mode.WEB, null));
        attacks.onBoth(
                LANGUAGE,
                "PartConditions.orWhereFullText(Collection,String,Mode,String)#3",
                (q, s) -> q.orWhereFullText(List.of("name"), "x", Mode.WEB, s));
    }
}
