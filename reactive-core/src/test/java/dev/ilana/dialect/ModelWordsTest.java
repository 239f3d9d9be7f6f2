package dev.ilana.dialect;

import static dev.ilana.dialect.Inn.Visit.NIGHTS;
import static dev.ilana.dialect.ModelWordsTest.Person.AGE;
import static dev.ilana.dialect.ModelWordsTest.Person.ID;
import static dev.ilana.dialect.ModelWordsTest.Person.NAME;
import static dev.ilana.dialect.ModelWordsTest.Person.PEOPLE;
import static dev.ilana.dialect.ModelWordsTest.Person.TOKEN;
import static dev.ilana.dialect.Spelling.sentBy;

import dev.ilana.Table;
import dev.ilana.dialect.Inn.Guest;
import dev.ilana.model.Column;
import dev.ilana.model.Extra;
import dev.ilana.model.Model;
import dev.ilana.sql.Join;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a query of models selects, as each database spells it. */
class ModelWordsTest {

    /** Somebody. */
    static final class Person extends Model<Person> {
        static final Table<Person> PEOPLE = Table.of("people", Person::new);
        static final Column<Person, Long> ID = PEOPLE.id();
        static final Column<Person, String> NAME = PEOPLE.string("name");
        static final Column<Person, Integer> AGE = PEOPLE.integer("age").nullable();
        static final Column<Person, UUID> TOKEN = PEOPLE.uuid("token").nullable();

        Person() {
            super(PEOPLE);
        }
    }

    @Test
    void aProjectionSelectsItsFieldsAndNamesWhatIsComputed() {
        Spelling.of(PEOPLE.where(AGE.gt(1)).select(NAME)).everywhere("select [name] from [people] where [age] > ?", 1);
        Spelling.of(PEOPLE.orderBy(AGE.plus(1)).select(NAME, AGE.plus(1)).as((a, b) -> a))
                .everywhere("select [name], ([age] + ?) as [field_2] from [people] order by 2 asc", 1);
        Spelling.of(PEOPLE.groupBy(NAME)
                        .having(AGE.sum().gt(BigDecimal.ONE))
                        .select(NAME, AGE.sum())
                        .as((a, b) -> a))
                .everywhere(
                        "select [name], sum([age]) as [field_2] from [people] group by [name] having sum([age]) > ?",
                        BigDecimal.ONE);
        Spelling.of(PEOPLE.where(AGE.gt(1))
                        .union(PEOPLE.where(AGE.lt(0)))
                        .orderBy(AGE)
                        .limit(2)
                        .select(NAME.upper()))
                .everywhere(
                        "select upper([name]) as [field_1] from (select [id], [name], [age], [token] from [people] where [age] > ?"
                                + " union select [id], [name], [age], [token] from [people] where [age] < ?) as [people]"
                                + " order by [age] asc limit ?",
                        1,
                        0,
                        2L);
    }

    /** Everything it is given, for the shape of the query is what matters. */
    private static String text(Object... values) {
        return List.of(values).toString();
    }

    @Test
    void aProjectionHasUpToEightFields() {
        String three = "select [id], [name], [age]";
        Spelling.of(PEOPLE.select(ID, NAME, AGE).as((a, b, c) -> text(a, b, c))).everywhere(three + " from [people]");
        Spelling.of(PEOPLE.select(ID, NAME, AGE, TOKEN).as((a, b, c, d) -> text(a, b, c, d)))
                .everywhere(three + ", [token] from [people]");
        Spelling.of(PEOPLE.select(ID, NAME, AGE, TOKEN, ID).as((a, b, c, d, e) -> text(a, b, c, d, e)))
                .everywhere(three + ", [token], [id] from [people]");
        Spelling.of(PEOPLE.select(ID, NAME, AGE, TOKEN, ID, NAME).as((a, b, c, d, e, f) -> text(a, b, c, d, e, f)))
                .everywhere(three + ", [token], [id], [name] from [people]");
        Spelling.of(PEOPLE.select(ID, NAME, AGE, TOKEN, ID, NAME, AGE)
                        .as((a, b, c, d, e, f, g) -> text(a, b, c, d, e, f, g)))
                .everywhere(three + ", [token], [id], [name], [age] from [people]");
        Spelling.of(PEOPLE.select(ID, NAME, AGE, TOKEN, ID, NAME, AGE, TOKEN)
                        .as((a, b, c, d, e, f, g, h) -> text(a, b, c, d, e, f, g, h)))
                .everywhere(three + ", [token], [id], [name], [age], [token] from [people]");
    }

    @Test
    void aModelReadInPartHasItsKey() {
        Spelling.of(PEOPLE.query().select("name", "age").where("age", 1).query())
                .everywhere("select [name], [age] from [people] where [age] = ?", 1);
        sentBy(() -> PEOPLE.query().select("name", "age").get()).everywhere("select [name], [age], [id] from [people]");
        sentBy(() -> PEOPLE.query().select("name").alsoReading(AGE).get())
                .everywhere("select [name], [age], [id] from [people]");
        sentBy(() -> PEOPLE.query().alsoReading(AGE).get())
                .everywhere("select [id], [name], [age], [token] from [people]");
    }

    @Test
    void whatIsReadBesideAModelHasItsName() {
        String all = "select [id], [name], [age], [token], ";
        Spelling.of(PEOPLE.query().selectRaw("half", "age / ?", 2))
                .everywhere(all + "age / ? as [half] from [people]", 2);
        Spelling.of(PEOPLE.query().extra(new Extra("next", AGE.plus(1).resolve(Spelling::column), null)))
                .everywhere(all + "([age] + ?) as [next] from [people]", 1);
        Spelling.of(Guest.GUESTS.select("name").withCount(Guest.VISITS))
                .everywhere("select [name], (select count(*) from [visits] where [visits].[guest_id] = [guests].[id])"
                        + " as [visits_count] from [guests] where [deleted_at] is null");
        Spelling.of(Guest.GUESTS.select("name").withCount("visits"))
                .everywhere("select [name], (select count(*) from [visits] where [visits].[guest_id] = [guests].[id])"
                        + " as [visits_count] from [guests] where [deleted_at] is null");
        Spelling.of(Guest.GUESTS.select("name").withCount(Guest.VISITS, visits -> visits.where(NIGHTS.gt(7))))
                .everywhere(
                        "select [name], (select count(*) from [visits] where [visits].[guest_id] = [guests].[id]"
                                + " and [visits].[nights] > ?) as [visits_count] from [guests]"
                                + " where [deleted_at] is null",
                        7);
    }

    @Test
    void whatRelationsSay() {
        String all = "select [id], [name], [age], [token] from ";
        Spelling.of(PEOPLE.where(AGE.gt(1)).orWhere(AGE.lt(0)).constrained(Spelling.equal("name", "Ada")))
                .everywhere(all + "[people] where [name] = ? and ([age] > ? or [age] < ?)", "Ada", 1, 0);
        Spelling.of(PEOPLE.orderBy(NAME).limit(2).limitedPer(AGE.resolve(Spelling::column)))
                .everywhere(
                        all + "(select [id], [name], [age], [token], row_number() over (partition by [age]"
                                + " order by [name] asc) as [ilana_row] from [people]) as [people]"
                                + " where [ilana_row] <= ? order by [ilana_row]",
                        2L);
        Spelling.of(PEOPLE.query()
                        .joined(Join.inner("homes", Spelling.equal("homes.live", true)))
                        .select("name"))
                .everywhere("select [people].[name] from [people] inner join [homes] on [homes].[live] = ?", true);
    }

    @Test
    void aModelReadInPartHasNoKeyInsideAnotherQuery() {
        Spelling.of(PEOPLE.whereIn("id", PEOPLE.select("age")))
                .everywhere("select [id], [name], [age], [token] from [people]"
                        + " where [id] in (select [people_2].[age] from [people] as [people_2])");
    }

    @Test
    void whatIsAddedSortsAndIsComparedByItsName() {
        Spelling.of(PEOPLE.addSelect(AGE.times(2).as("twice"))
                        .where("twice", ">", 8)
                        .orderBy("twice", "desc"))
                .everywhere(
                        "select [id], [name], [age], [token], ([age] * ?) as [twice] from [people] where ([age] * ?) > ?"
                                + " order by 5 desc",
                        2,
                        2,
                        8);
    }

    @Test
    void windowsOfTypedColumns() {
        Spelling.of(PEOPLE.select(
                        PEOPLE.rowNumber().over(w -> w.partitionBy(AGE).orderByDesc(NAME))))
                .everywhere(
                        "select row_number() over (partition by [age] order by [name] desc) as [field_1] from [people]");
        Spelling.of(PEOPLE.select(AGE.lag(1).over(w -> w.orderBy(ID))))
                .everywhere("select lag([age], 1) over (order by [id] asc) as [field_1] from [people]");
    }

    @Test
    void theLeastUuidIsThatOfItsText() {
        Spelling.of(PEOPLE.select(TOKEN.min()))
                .on(Dialects.POSTGRESQL, "select cast(min(cast([token] as text)) as uuid) as [field_1] from [people]")
                .on(
                        List.of(Dialects.H2, Dialects.MARIADB, Dialects.MYSQL),
                        "select min([token]) as [field_1] from [people]");
    }

    @Test
    void aFieldOfTheQueryAround() {
        Spelling.of(PEOPLE.query().whereExists(PEOPLE.where(AGE.eqOuter(AGE)).select(ID)))
                .everywhere("select [id], [name], [age], [token] from [people]"
                        + " where exists (select [people_2].[id] from [people] as [people_2]"
                        + " where [people_2].[age] = [people].[age])");
    }

    @Test
    void modelsOfAnotherSource() {
        Spelling.of(PEOPLE.query().from("elders").where(AGE.gt(1)))
                .everywhere("select [id], [name], [age], [token] from [elders] as [people] where [age] > ?", 1);
        Spelling.of(PEOPLE.query().from(PEOPLE.where(AGE.gt(1))).where(AGE.lt(9)))
                .everywhere(
                        "select [id], [name], [age], [token] from (select [id], [name], [age], [token] from [people]"
                                + " where [age] > ?) as [people] where [age] < ?",
                        1,
                        9);
    }
}
