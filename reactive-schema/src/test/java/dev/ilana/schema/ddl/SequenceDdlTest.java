package dev.ilana.schema.ddl;

import static dev.ilana.dialect.Dialects.MYSQL;
import static dev.ilana.schema.ddl.Spelled.change;

import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SequenceChange.ChangeSequence;
import dev.ilana.schema.definition.SequenceChange.CreateSequence;
import dev.ilana.schema.definition.SequenceChange.DropSequence;
import dev.ilana.schema.definition.SequenceDefinition;
import org.junit.jupiter.api.Test;

/** Sequences that belong to no column. */
class SequenceDdlTest {

    private static final String REFUSED =
            "sequences; let a column count up, or keep the number in a row that is locked";

    private static final SequenceDefinition NUMBERS = SequenceDefinition.of(QualifiedName.of("app.numbers"));

    @Test
    void whatIsNotSaidIsSaidAsEachDatabaseWouldTakeIt() {
        change(new CreateSequence(NUMBERS))
                .standard("create sequence `app`.`numbers` start with 1 increment by 1 minvalue 1"
                        + " maxvalue 9223372036854775807 no cycle")
                .mariaDb("create sequence `app`.`numbers` start with 1 increment by 1 minvalue 1"
                        + " maxvalue 9223372036854775806 nocycle")
                .refused(REFUSED, MYSQL);
        change(new CreateSequence(NUMBERS.incrementedBy(-2)))
                .postgreSql(
                        "create sequence `app`.`numbers` start with -1 increment by -2 minvalue -9223372036854775808"
                                + " maxvalue -1 no cycle")
                .h2("create sequence `app`.`numbers` start with -1 increment by -2 minvalue -9223372036854775807"
                        + " maxvalue -1 no cycle")
                .mariaDb("create sequence `app`.`numbers` start with -1 increment by -2 minvalue -9223372036854775807"
                        + " maxvalue -1 nocycle");
    }

    @Test
    void aSequenceIsChangedAsAWholeAndDropped() {
        change(new ChangeSequence(NUMBERS.atLeast(5).atMost(50).caching(7).cycling()))
                .standard(
                        "alter sequence `app`.`numbers` start with 5 increment by 1 minvalue 5 maxvalue 50 cache 7 cycle")
                .mariaDb(
                        "alter sequence `app`.`numbers` start with 5 increment by 1 minvalue 5 maxvalue 50 cache 7 cycle")
                .refused(REFUSED, MYSQL);
        change(new DropSequence(QualifiedName.of("numbers"), true))
                .standard("drop sequence if exists `numbers`")
                .mariaDb("drop sequence if exists `numbers`")
                .refused(REFUSED, MYSQL);
        change(new DropSequence(QualifiedName.of("numbers"), false)).standard("drop sequence `numbers`");
    }
}
