package dev.ilana.schema.generate;

import dev.ilana.schema.ddl.Spelling;
import dev.ilana.schema.definition.TableOptions;
import java.util.ArrayList;
import java.util.List;

/** All that a blueprint can be told, for one database and one source. */
record Words(ColumnWords columns, IndexWords indexes, ForeignKeyWords foreignKeys, CheckWords checks) {

    static Words of(Spelling spelling, Imports imports) {
        return new Words(
                new ColumnWords(spelling),
                new IndexWords(spelling, imports),
                new ForeignKeyWords(spelling, imports),
                new CheckWords(spelling));
    }

    static String comment(String comment) {
        return Chain.BLUEPRINT.say("comment", JavaLiteral.text(comment)).statement();
    }

    /** A line for each option that is said. */
    List<String> options(TableOptions options) {
        List<String> lines = new ArrayList<>();
        if (options.engine() != null) {
            lines.add(Chain.BLUEPRINT
                    .say("engine", JavaLiteral.text(options.engine()))
                    .statement());
        }
        if (options.text().charset() != null) {
            lines.add(Chain.BLUEPRINT
                    .say("charset", JavaLiteral.text(options.text().charset()))
                    .statement());
        }
        if (options.text().collation() != null) {
            lines.add(Chain.BLUEPRINT
                    .say("collation", JavaLiteral.text(options.text().collation()))
                    .statement());
        }
        return lines;
    }
}
