package dev.ilana.schema.generate;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.ddl.Spelling;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.DefaultValue.CurrentTime;
import dev.ilana.schema.definition.DefaultValue.Expression;
import dev.ilana.schema.definition.DefaultValue.Literal;
import dev.ilana.schema.definition.TextRules;
import dev.ilana.sql.Value;
import java.util.Objects;

/** The words by which a blueprint is told a column. */
record ColumnWords(Spelling spelling) {

    /** A column that is new. */
    Chain added(ColumnDefinition column) {
        return rest(TypeWords.of(column.name(), column.type()).sayIf(column.autoIncrement(), "autoIncrement"), column);
    }

    /** A column that is new, and the primary key. */
    Chain key(ColumnDefinition column) {
        if (column.autoIncrement() && column.type() instanceof Integral integral && !integral.unsigned()) {
            String name = JavaLiteral.text(column.name());
            if (integral.size() == Size.BIG) {
                Chain id = column.name().equals("id")
                        ? Chain.BLUEPRINT.say("id")
                        : Chain.BLUEPRINT.say("bigIncrements", name);
                return rest(id, column);
            } else if (integral.size() == Size.NORMAL) {
                return rest(Chain.BLUEPRINT.say("increments", name), column);
            }
        }
        return added(column).say("primary");
    }

    /** Whatever begins with a column, and says its type: all but that. */
    Chain rest(Chain begun, ColumnDefinition column) {
        Chain told = begun;
        Computed computed = column.computed();
        if (computed != null) {
            told = told.say(computed.stored() ? "storedAs" : "virtualAs", JavaLiteral.text(computed.sql()))
                    .sayIf(!column.nullable(), "notNullable");
        } else {
            told = told.sayIf(column.nullable(), "nullable");
        }
        return comment(text(defaults(told, column), column.text()), column);
    }

    /** What becomes of a column that is there: what is not said stays as it is. */
    Chain changed(ColumnDefinition from, ColumnDefinition to) {
        boolean retyped = !from.type().equals(to.type());
        Chain told = retyped
                ? TypeWords.of(to.name(), to.type())
                : Chain.BLUEPRINT.say("change", JavaLiteral.text(to.name()));
        if (from.nullable() != to.nullable()) {
            told = told.say(to.nullable() ? "nullable" : "notNullable");
        }
        if (!Objects.equals(from.defaultValue(), to.defaultValue()) || from.currentOnUpdate() != to.currentOnUpdate()) {
            boolean isLess = to.defaultValue() == null || (from.currentOnUpdate() && !to.currentOnUpdate());
            told = defaults(told.sayIf(isLess && hasDefault(from), "withoutDefault"), to);
        }
        if (from.autoIncrement() != to.autoIncrement()) {
            told = told.say(to.autoIncrement() ? "autoIncrement" : "withoutAutoIncrement");
        }
        if (!from.text().equals(to.text())) {
            told = text(told.sayIf(!from.text().equals(TextRules.NONE), "withoutCollation"), to.text());
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            told = to.comment() == null ? told.say("withoutComment") : comment(told, to);
        }
        return told.sayIf(retyped, "change");
    }

    private static boolean hasDefault(ColumnDefinition column) {
        return column.defaultValue() != null || column.currentOnUpdate();
    }

    private Chain defaults(Chain begun, ColumnDefinition column) {
        DefaultValue value = column.defaultValue();
        Chain told = begun;
        if (value instanceof CurrentTime) {
            told = told.say("useCurrent");
        } else if (value instanceof Expression expression) {
            told = told.say("defaultRaw", JavaLiteral.text(expression.sql()));
        } else if (value instanceof Literal literal) {
            told = literal(told, literal, column);
        }
        return told.sayIf(column.currentOnUpdate(), "useCurrentOnUpdate");
    }

    /** What is no plain value of Java's is said in the database's own words. */
    private Chain literal(Chain told, Literal literal, ColumnDefinition column) {
        Object value = Objects.requireNonNull(literal.value().value());
        try {
            if (Value.of(value).equals(literal.value())) {
                return told.say("defaultTo", JavaLiteral.of(value));
            }
        } catch (InvalidUsageException e) {
            // Written in SQL below.
        }
        return told.say(
                "defaultRaw", JavaLiteral.text(Objects.requireNonNull(spelling.defaultValue(column), "it has one")));
    }

    private static Chain text(Chain begun, TextRules rules) {
        Chain told = begun;
        if (rules.charset() != null) {
            told = told.say("charset", JavaLiteral.text(rules.charset()));
        }
        return rules.collation() == null ? told : told.say("collate", JavaLiteral.text(rules.collation()));
    }

    private static Chain comment(Chain told, ColumnDefinition column) {
        String comment = column.comment();
        return comment == null ? told : told.say("comment", JavaLiteral.text(comment));
    }
}
