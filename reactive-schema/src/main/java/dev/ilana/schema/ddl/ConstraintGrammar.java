package dev.ilana.schema.ddl;

import dev.ilana.dialect.Capability;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.CheckDefinition.Matches;
import dev.ilana.schema.definition.CheckDefinition.Positive;
import dev.ilana.schema.definition.Deferral;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.KeyChange.DropCheck;
import dev.ilana.schema.definition.KeyChange.DropForeignKey;
import dev.ilana.schema.definition.KeyChange.ValidateConstraint;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;

/** Spells foreign keys and checks for one database. */
abstract class ConstraintGrammar {

    private final Identifiers names;
    private final Literals literals;

    ConstraintGrammar(Identifiers names, Literals literals) {
        this.names = names;
        this.literals = literals;
    }

    // Foreign keys

    /** The key as it stands within a new table, or after ADD. */
    final String foreignKey(QualifiedName table, ForeignKeyDefinition key) {
        return "constraint " + names.quoted(names.of(table, key)) + " foreign key " + names.list(key.columns())
                + " references " + names.quoted(key.referencedTable()) + " "
                + names.list(key.referencedColumns()) + action("delete", key.onDelete())
                + action("update", key.onUpdate()) + deferral(key.deferral());
    }

    private String action(String event, ReferentialAction action) {
        if (action == ReferentialAction.SET_DEFAULT) {
            names.dialect().require(Capability.SET_DEFAULT_ACTION, "use nullOnDelete(), or set it in a trigger");
        }
        return action == ReferentialAction.NO_ACTION ? "" : " on " + event + " " + action.words();
    }

    /** The action that the database keeps of this one. */
    ReferentialAction kept(ReferentialAction action) {
        return action;
    }

    private String deferral(Deferral deferral) {
        if (deferral == Deferral.NOT_DEFERRABLE) {
            return "";
        }
        names.dialect()
                .require(
                        Capability.DEFERRABLE_KEY,
                        "write parents before their children, or use withoutForeignKeyChecks(…)");
        return deferral == Deferral.INITIALLY_DEFERRED ? " deferrable initially deferred" : " deferrable";
    }

    String dropForeignKey(DropForeignKey drop) {
        return names.alter(drop.table()) + " drop constraint " + dropped(drop);
    }

    final String dropped(DropForeignKey drop) {
        return names.quoted(names.droppedForeign(drop.table(), drop.name(), drop.columns()));
    }

    // Rows that are there already

    /** What stands after a constraint that is to hold for new rows only. */
    String notValid() {
        throw noLaterValidation();
    }

    String validate(ValidateConstraint validate) {
        throw noLaterValidation();
    }

    private UnsupportedFeatureException noLaterValidation() {
        return new UnsupportedFeatureException(
                names.dialect().name(),
                "constraints that are validated later",
                "leave notValid() and validateConstraint(…) out, and add the constraint when few write the table");
    }

    // Checks

    /** The check as it stands within a new table, or after ADD. */
    final String check(QualifiedName table, CheckDefinition check) {
        return "constraint " + names.quoted(names.of(table, check)) + " check (" + condition(check.rule()) + ")";
    }

    final String condition(CheckDefinition.Rule rule) {
        if (rule instanceof Positive positive) {
            return names.quoted(positive.column()) + " > 0";
        } else if (rule instanceof Matches matches) {
            return matches(names.quoted(matches.column()), matches.regex());
        }
        return literals.raw(((Condition) rule).sql());
    }

    /** Whether a check keeps, as casts, the types that its columns had when it was made. */
    boolean keepsTypesInChecks() {
        return true;
    }

    /** The condition that a regular expression is found in a column, capitals and small letters told apart. */
    abstract String matches(String quotedName, String regex);

    final String dropCheck(DropCheck drop) {
        return names.alter(drop.table()) + " drop constraint "
                + names.quoted(names.droppedCheck(drop.table(), drop.name(), drop.columns()));
    }

    final Identifiers names() {
        return names;
    }

    final Literals literals() {
        return literals;
    }

    /** PostgreSQL's. */
    static final class PostgreSql extends ConstraintGrammar {

        PostgreSql(Identifiers names, Literals literals) {
            super(names, literals);
        }

        @Override
        String matches(String quotedName, String regex) {
            return quotedName + " ~ " + literals().string(regex);
        }

        @Override
        String notValid() {
            return " not valid";
        }

        @Override
        String validate(ValidateConstraint validate) {
            return names().alter(validate.table()) + " validate constraint " + names().quoted(validate.name());
        }
    }

    /** H2's. */
    static final class H2 extends ConstraintGrammar {

        H2(Identifiers names, Literals literals) {
            super(names, literals);
        }

        @Override
        String matches(String quotedName, String regex) {
            return "regexp_like(" + quotedName + ", " + literals().string(regex) + ")";
        }
    }

    /** MySQL's and MariaDB's. */
    static final class MySql extends ConstraintGrammar {

        MySql(Identifiers names, Literals literals) {
            super(names, literals);
        }

        /** Otherwise most collations would not tell capitals from small letters. */
        @Override
        String matches(String quotedName, String regex) {
            return quotedName + " regexp " + literals().string("(?-i)" + regex);
        }

        /** No key is checked later than at its row, so that both refuse at once. */
        @Override
        ReferentialAction kept(ReferentialAction action) {
            return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
        }

        @Override
        boolean keepsTypesInChecks() {
            return false;
        }

        @Override
        String dropForeignKey(DropForeignKey drop) {
            return names().alter(drop.table()) + " drop foreign key " + dropped(drop);
        }
    }
}
