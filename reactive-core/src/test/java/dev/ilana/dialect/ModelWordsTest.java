package dev.ilana.dialect;

import static dev.ilana.dialect.ModelWordsTest.Person.AGE;
import static dev.ilana.dialect.ModelWordsTest.Person.ID;
import static dev.ilana.dialect.ModelWordsTest.Person.NAME;
import static dev.ilana.dialect.ModelWordsTest.Person.PEOPLE;
import static dev.ilana.dialect.ModelWordsTest.Person.TOKEN;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
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

    @Test
    void aModelReadInPartHasItsKeyButNotInsideAnotherQuery() {
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
    }
}
