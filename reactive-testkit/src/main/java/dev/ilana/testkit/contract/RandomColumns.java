package dev.ilana.testkit.contract;

import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.SetOf;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TextRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Columns with some of all that a database can have. */
record RandomColumns(Dialect dialect, Dice dice) {

    private static final List<ColumnType> TYPES = List.of(
            Plain.BOOLEAN,
            Plain.REAL,
            Plain.DOUBLE,
            Plain.TEXT,
            Plain.MEDIUM_TEXT,
            Plain.LONG_TEXT,
            Plain.BINARY,
            Plain.DATE,
            Plain.JSON,
            Plain.UUID,
            Plain.ULID,
            Plain.INET,
            Plain.MACADDR,
            new Integral(Size.TINY, false),
            new Integral(Size.SMALL, true),
            new Integral(Size.NORMAL, false),
            new Integral(Size.NORMAL, true),
            new Integral(Size.BIG, false),
            new Decimal(10, 2),
            new Decimal(5, 0),
            new Varchar(40),
            new Varchar(191),
            new Char(3),
            new Varbinary(32),
            Temporal.of(Moment.TIME),
            Temporal.of(Moment.DATE_TIME),
            Temporal.of(Moment.TIMESTAMP),
            new Temporal(Moment.DATE_TIME, 0),
            Enumeration.of(List.of("new", "it's", "old; \\")),
            new SetOf(List.of("red", "green")),
            new ArrayOf(new Integral(Size.NORMAL, false)),
            new ArrayOf(Plain.TEXT));

    /** A key first, a number {@code n} and a text {@code s} for the SQL of checks and indexes, and others. */
    List<ColumnDefinition> columns() {
        List<ColumnDefinition> columns = new ArrayList<>();
        columns.add(ColumnDefinition.of("id", new Integral(Size.BIG, false)).withAutoIncrement(!dice.chance(4)));
        // What the SQL of checks, indexes and computed columns is about.
        columns.add(ColumnDefinition.of("n", new Integral(Size.NORMAL, false)).withNullable(dice.chance(2)));
        columns.add(ColumnDefinition.of("s", new Varchar(60)).withNullable(dice.chance(2)));
        int count = 1 + dice.below(6);
        for (int i = 0; i < count; i++) {
            columns.add(column("c" + i));
        }
        if (dice.chance(4)) {
            columns.add(possible(ColumnDefinition.of("computed", new Integral(Size.NORMAL, false))
                            .withNullable(true)
                            .withComputed(new Computed(quoted("n") + " + 1", !dice.chance(3))))
                    .orElse(ColumnDefinition.of("plain", Plain.DATE)));
        }
        return columns;
    }

    private ColumnDefinition column(String name) {
        while (true) {
            ColumnType type = TYPES.get(dice.below(TYPES.size()));
            boolean nullable = dice.chance(2);
            Optional<ColumnDefinition> column = possible(ColumnDefinition.of(name, type)
                    .withNullable(nullable)
                    .withDefault(dice.chance(2) ? defaultOf(type) : null)
                    .withText(type instanceof Varchar && dice.chance(4) ? text() : TextRules.NONE)
                    .withCurrentOnUpdate(
                            type instanceof Temporal time && time.moment() == Moment.DATE_TIME && dice.chance(3))
                    .withComment(comment()));
            if (column.isPresent()) {
                return column.get();
            }
        }
    }

    /** The column, where the database can have it. */
    private Optional<ColumnDefinition> possible(ColumnDefinition column) {
        try {
            var unused = DdlGrammar.of(dialect)
                    .statements(
                            new CreateTable(TableDefinition.of(QualifiedName.of("any"), List.of(column), List.of())));
            return Optional.of(column);
        } catch (UnsupportedFeatureException e) {
            return Optional.empty();
        }
    }

    private @Nullable DefaultValue defaultOf(ColumnType type) {
        if (type == Plain.BOOLEAN) {
            return DefaultValue.Literal.of(dice.chance(2));
        } else if (type == Plain.DATE || (type instanceof Temporal && dice.chance(2))) {
            return new DefaultValue.CurrentTime();
        } else if (type instanceof Integral) {
            return dice.chance(3) ? new DefaultValue.Expression("1 + 1") : DefaultValue.Literal.of(dice.below(100));
        } else if (type instanceof Decimal number) {
            return DefaultValue.Literal.of(new BigDecimal("1.5").setScale(number.scale(), RoundingMode.UP));
        } else if (type instanceof Varchar || type == Plain.TEXT) {
            return dice.chance(3)
                    ? new DefaultValue.Expression("concat('a', 'b')")
                    : DefaultValue.Literal.of(dice.chance(2) ? "it's \\ \"new\"; ok" : "plain");
        } else if (type instanceof Enumeration words) {
            return DefaultValue.Literal.of(words.values().get(1));
        } else if (type == Plain.JSON && dialect != Dialects.H2) {
            return DefaultValue.Literal.of("{\"a\":   [1, 2]}");
        }
        return null;
    }

    private TextRules text() {
        if (dialect == Dialects.POSTGRESQL) {
            return TextRules.NONE.withCollation("C");
        }
        return dialect.supports(Capability.COLUMN_CHARSET)
                ? TextRules.NONE.withCharset("latin1").withCollation(dice.chance(2) ? "latin1_bin" : null)
                : TextRules.NONE;
    }

    @Nullable String comment() {
        return dice.chance(4) ? "it's \\ a \"comment\" " + dice.below(100) : null;
    }

    /** The same with another comment, type, or default. */
    ColumnDefinition changed(ColumnDefinition column) {
        if (column.computed() != null) {
            return column.withComment(comment());
        }
        ColumnDefinition changed = column.withNullable(!column.nullable()).withComment(comment());
        if (column.type() instanceof Varchar text) {
            return changed.withType(new Varchar(text.length() + 20)).withDefault(DefaultValue.Literal.of("other"));
        } else if (column.type() instanceof Integral && !column.autoIncrement()) {
            return changed.withType(new Integral(Size.BIG, false)).withDefault(DefaultValue.Literal.of(7));
        }
        return changed.withDefault(null);
    }

    private String quoted(String name) {
        return dialect.grammar().quoted(name);
    }
}
