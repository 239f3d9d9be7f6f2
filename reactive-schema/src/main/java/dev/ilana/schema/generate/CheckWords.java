package dev.ilana.schema.generate;

import dev.ilana.schema.ddl.Spelling;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.CheckDefinition.Matches;
import dev.ilana.schema.definition.CheckDefinition.Positive;
import dev.ilana.schema.definition.KeyChange.AddCheck;
import dev.ilana.schema.definition.KeyChange.DropCheck;
import dev.ilana.schema.definition.QualifiedName;
import java.util.List;

/** The words by which a blueprint is told checks. */
record CheckWords(Spelling spelling) {

    Chain added(QualifiedName table, CheckDefinition check) {
        return named("check", table, check);
    }

    Chain added(AddCheck add) {
        return named(add.notValid() ? "checkNotValid" : "check", add.table(), add.check());
    }

    private Chain named(String word, QualifiedName table, CheckDefinition check) {
        String sql = check.rule() instanceof Condition condition ? condition.sql() : spelling.condition(check);
        return Chain.BLUEPRINT.say(word, JavaLiteral.text(spelling.name(table, check)), JavaLiteral.text(sql));
    }

    /** True when a new column can be told the check, which then is given the name that it has. */
    boolean isOf(String column, QualifiedName table, CheckDefinition check) {
        return check.columns().equals(List.of(column))
                && spelling.name(table, check)
                        .equals(spelling.name(table, new CheckDefinition(null, check.columns(), check.rule())));
    }

    /** The check, said behind its column. */
    static Chain ofColumn(Chain column, CheckDefinition check) {
        if (check.rule() instanceof Positive) {
            return column.say("checkPositive");
        } else if (check.rule() instanceof Matches matches) {
            return column.say("checkRegex", JavaLiteral.text(matches.regex()));
        }
        return column.say("check", JavaLiteral.text(((Condition) check.rule()).sql()));
    }

    Chain dropped(DropCheck drop) {
        CheckDefinition any = new CheckDefinition(drop.name(), drop.columns(), new Condition("true"));
        return Chain.BLUEPRINT.say("dropCheckNamed", JavaLiteral.text(spelling.name(drop.table(), any)));
    }
}
