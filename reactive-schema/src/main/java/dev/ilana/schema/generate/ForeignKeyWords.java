package dev.ilana.schema.generate;

import dev.ilana.schema.ddl.Spelling;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.KeyChange.DropForeignKey;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words by which a blueprint is told foreign keys. */
record ForeignKeyWords(Spelling spelling, Imports imports) {

    private static final List<String> ID = List.of("id");

    Chain added(QualifiedName table, ForeignKeyDefinition key) {
        Chain told = Chain.BLUEPRINT.sayTexts("foreign", key.columns());
        if (!key.referencedColumns().equals(ID)) {
            told = told.sayTexts("references", key.referencedColumns());
        }
        return rest(told.say("on", JavaLiteral.text(key.referencedTable().toString())), table, key);
    }

    /** The word for a column that has the {@code id} of another table's row; empty for a column that can't. */
    static Optional<String> column(ColumnDefinition column, ForeignKeyDefinition key) {
        boolean isPlain = key.referencedColumns().equals(ID) && !column.autoIncrement() && column.computed() == null;
        if (!isPlain) {
            return Optional.empty();
        } else if (column.type() == Plain.UUID) {
            return Optional.of("foreignUuid");
        } else if (column.type() == Plain.ULID) {
            return Optional.of("foreignUlid");
        }
        return column.type().equals(new Integral(Size.BIG, false)) ? Optional.of("foreignId") : Optional.empty();
    }

    /** The key, said behind its column. */
    Chain constrained(Chain column, QualifiedName table, ForeignKeyDefinition key) {
        return rest(
                column.say("constrained", JavaLiteral.text(key.referencedTable().toString())), table, key);
    }

    private Chain rest(Chain begun, QualifiedName table, ForeignKeyDefinition key) {
        Chain told = begun;
        String own = ownName(table, key);
        if (own != null) {
            told = told.say("name", JavaLiteral.text(own));
        }
        told = action(action(told, "onDelete", "OnDelete", key.onDelete()), "onUpdate", "OnUpdate", key.onUpdate());
        return switch (key.deferral()) {
            case NOT_DEFERRABLE -> told;
            case INITIALLY_IMMEDIATE -> told.say("deferrable");
            case INITIALLY_DEFERRED -> told.say("initiallyDeferred");
        };
    }

    private @Nullable String ownName(QualifiedName table, ForeignKeyDefinition key) {
        String name = key.name();
        return name == null || name.equals(spelling.name(table, key.withName(null))) ? null : name;
    }

    private Chain action(Chain told, String word, String ending, ReferentialAction action) {
        return switch (action) {
            case NO_ACTION -> told;
            case RESTRICT -> told.say("restrict" + ending);
            case CASCADE -> told.say("cascade" + ending);
            case SET_NULL -> told.say("null" + ending);
            case SET_DEFAULT -> told.say(word, imports.constant(action));
        };
    }

    /** By the columns, where the name is the one that those give; else by the name. */
    Chain dropped(DropForeignKey drop) {
        String name = drop.name();
        boolean isMade = name == null
                || (!drop.columns().isEmpty()
                        && name.equals(spelling.name(
                                drop.table(), ForeignKeyDefinition.of(drop.columns(), drop.table(), drop.columns()))));
        return isMade
                ? Chain.BLUEPRINT.sayTexts("dropForeign", drop.columns())
                : Chain.BLUEPRINT.say("dropForeignNamed", JavaLiteral.text(String.valueOf(name)));
    }
}
