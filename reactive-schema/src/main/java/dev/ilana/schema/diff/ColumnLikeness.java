package dev.ilana.schema.diff;

import dev.ilana.schema.ddl.Spelling;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.DefaultValue.CurrentTime;
import dev.ilana.schema.definition.DefaultValue.Literal;
import dev.ilana.schema.definition.TextRules;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether two columns are the same to a database. */
record ColumnLikeness(Spelling spelling) {

    boolean areAlike(ColumnDefinition from, ColumnDefinition to) {
        return haveOneType(from, to)
                && from.nullable() == to.nullable()
                && from.autoIncrement() == to.autoIncrement()
                && from.currentOnUpdate() == to.currentOnUpdate()
                && haveOneDefault(from, to)
                && areComputedAlike(from.computed(), to.computed())
                && fits(from.text(), to.text())
                && Objects.equals(from.comment(), to.comment());
    }

    boolean haveOneType(ColumnDefinition from, ColumnDefinition to) {
        return from.type().equals(to.type()) || type(from).equals(type(to));
    }

    /** Types are words of the database's, in capitals or not; what an enumeration's are, is told apart. */
    private String type(ColumnDefinition column) {
        String type = spelling.type(column);
        return column.type() instanceof ColumnType.Native ? type.toLowerCase(Locale.ROOT) : type;
    }

    boolean haveOneDefault(ColumnDefinition from, ColumnDefinition to) {
        DefaultValue one = from.defaultValue();
        DefaultValue other = to.defaultValue();
        if (one == null || other == null) {
            return one == null && other == null;
        } else if (one instanceof CurrentTime && other instanceof CurrentTime) {
            return true;
        } else if (one instanceof Literal first && other instanceof Literal second && haveOneNumber(first, second)) {
            return true;
        }
        return form(from).equals(form(to));
    }

    private String form(ColumnDefinition column) {
        return SqlForm.of(Objects.requireNonNull(spelling.defaultValue(column)));
    }

    /** 1.5 and 1.50 are one. */
    private static boolean haveOneNumber(Literal first, Literal second) {
        BigDecimal one = number(first);
        BigDecimal other = number(second);
        return one != null && other != null && one.compareTo(other) == 0;
    }

    private static @Nullable BigDecimal number(Literal literal) {
        return literal.value().value() instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    static boolean areComputedAlike(@Nullable Computed from, @Nullable Computed to) {
        if (from == null || to == null) {
            return from == null && to == null;
        }
        return from.stored() == to.stored() && SqlForm.of(from.sql()).equals(SqlForm.of(to.sql()));
    }

    /** What is not said follows from what is: a collation has one character set. */
    static boolean fits(TextRules from, TextRules to) {
        if (to.charset() == null && to.collation() == null) {
            return from.charset() == null && from.collation() == null;
        }
        return (to.charset() == null || to.charset().equalsIgnoreCase(from.charset()))
                && (to.collation() == null || to.collation().equalsIgnoreCase(from.collation()));
    }
}
