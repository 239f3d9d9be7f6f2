package dev.ilana.schema.build;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Rule;
import dev.ilana.schema.definition.ColumnChange.Position;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.SetOf;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.TextRules;
import dev.ilana.sql.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a {@link ColumnBlueprint} was told: the definition of a new column, or what becomes of one that is there. */
final class ToldColumn {

    private final String name;
    private final List<UnaryOperator<ColumnDefinition>> said = new ArrayList<>();
    private final List<IndexDefinition> indexes = new ArrayList<>();
    private final List<CheckDefinition> checks = new ArrayList<>();
    private @Nullable ColumnType type;
    private @Nullable Position position;
    private boolean change;

    /** @param type null for that of the column which is there */
    ToldColumn(String name, @Nullable ColumnType type) {
        this.name = Names.check(name);
        this.type = type;
    }

    void say(UnaryOperator<ColumnDefinition> word) {
        said.add(word);
    }

    void type(ColumnType other) {
        type = other;
    }

    void index(Kind kind, @Nullable String given) {
        indexes.add(IndexDefinition.of(kind, List.of(name)).withName(given));
    }

    void check(@Nullable String constraint, Rule rule) {
        checks.add(new CheckDefinition(constraint, List.of(name), rule));
    }

    void position(Position place) {
        position = place;
    }

    void change() {
        change = true;
    }

    String name() {
        return name;
    }

    /** Null for that of the column which is there. */
    @Nullable ColumnType type() {
        return type;
    }

    @Nullable Position position() {
        return position;
    }

    boolean isChange() {
        return change;
    }

    List<IndexDefinition> indexes() {
        return List.copyOf(indexes);
    }

    List<CheckDefinition> checks() {
        return List.copyOf(checks);
    }

    /** The new column. */
    ColumnDefinition definition() {
        if (type == null) {
            throw new InvalidUsageException("column \"" + name + "\" has no type");
        }
        return applied(ColumnDefinition.of(name, type));
    }

    /** What becomes of the column that is there. */
    ColumnDefinition changed(ColumnDefinition present) {
        if (type == null) {
            return applied(present);
        }
        ColumnDefinition retyped = present.withType(type);
        return applied(isText(type) ? retyped : retyped.withText(TextRules.NONE));
    }

    private static boolean isText(ColumnType type) {
        return type instanceof Varchar
                || type instanceof Char
                || type instanceof Enumeration
                || type instanceof SetOf
                || type == Plain.TEXT
                || type == Plain.MEDIUM_TEXT
                || type == Plain.LONG_TEXT;
    }

    private ColumnDefinition applied(ColumnDefinition column) {
        ColumnDefinition result = column;
        for (UnaryOperator<ColumnDefinition> word : said) {
            result = word.apply(result);
        }
        return result;
    }
}
