package dev.ilana.schema.generate;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.TableDefinition;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns by which a table tells of its rows' writes: by their names and types.
 *
 * @param created when a row was added
 * @param updated when it was last written
 * @param deleted when it was deleted softly, which is null for a row that is not
 */
record ModelTimes(
        Optional<ColumnDefinition> created, Optional<ColumnDefinition> updated, Optional<ColumnDefinition> deleted) {

    private static final String CREATED_AT = "created_at";
    private static final String UPDATED_AT = "updated_at";
    private static final String DELETED_AT = "deleted_at";

    static ModelTimes of(ModelClass model) {
        return new ModelTimes(
                time(model, CREATED_AT),
                time(model, UPDATED_AT),
                time(model, DELETED_AT).filter(column -> column.nullable() && isPoint(column)));
    }

    /** Whether a column of that name tells of a row's writes. */
    static boolean isName(String column) {
        return Stream.of(CREATED_AT, UPDATED_AT, DELETED_AT).anyMatch(name -> isNamed(column, name));
    }

    /** Also where it is written in camel case. */
    private static boolean isNamed(String column, String name) {
        return JavaNames.member(column).equals(JavaNames.member(name));
    }

    private static Optional<ColumnDefinition> time(ModelClass model, String name) {
        TableDefinition table = model.table();
        return table.columns().stream()
                .filter(column -> isNamed(column.name(), name))
                .filter(column -> column.type() instanceof Temporal time && time.moment() != Moment.TIME)
                .filter(column -> column.computed() == null
                        && !model.key().contains(column.name())
                        && !model.isForeign(column.name()))
                .findFirst();
    }

    /** Whether it holds a point on the time line, and not what a clock on some wall showed. */
    static boolean isPoint(ColumnDefinition column) {
        return column.type() instanceof Temporal time && time.moment() == Moment.TIMESTAMP;
    }

    /** Whether the table has the pair as models keep it. */
    private boolean isPair() {
        return Stream.of(created, updated)
                .allMatch(time -> time.filter(ColumnDefinition::nullable)
                        .filter(ModelTimes::isPoint)
                        .isPresent());
    }

    /** The table's declaration with what it keeps by itself. */
    Chain kept(Chain begun) {
        Chain told = begun;
        if (isPair()) {
            String one = created.orElseThrow().name();
            String other = updated.orElseThrow().name();
            told = one.equals(CREATED_AT) && other.equals(UPDATED_AT)
                    ? told.say("timestamps")
                    : told.say("timestamps", JavaLiteral.text(one), JavaLiteral.text(other));
        }
        if (deleted.isPresent()) {
            String name = deleted.orElseThrow().name();
            told = name.equals(DELETED_AT) ? told.say("softDeletes") : told.say("softDeletes", JavaLiteral.text(name));
        }
        return told;
    }

    /** The word by which a table has the column that it keeps by itself; empty for any other. */
    Optional<String> kept(ColumnDefinition column) {
        if (isPair() && is(created, column)) {
            return Optional.of("createdAt");
        } else if (isPair() && is(updated, column)) {
            return Optional.of("updatedAt");
        }
        return is(deleted, column) ? Optional.of("deletedAt") : Optional.empty();
    }

    /** The word by which a table is told to keep a column that is not as {@link #kept} ones are; empty for any other. */
    Optional<String> told(ColumnDefinition column) {
        if (kept(column).isPresent()) {
            return Optional.empty();
        } else if (is(created, column)) {
            return Optional.of("timeOnCreate");
        }
        return is(updated, column) ? Optional.of("timeOnSave") : Optional.empty();
    }

    private static boolean is(Optional<ColumnDefinition> time, ColumnDefinition column) {
        return time.filter(column::equals).isPresent();
    }
}
