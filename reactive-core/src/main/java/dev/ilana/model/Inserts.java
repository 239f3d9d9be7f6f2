package dev.ilana.model;

import dev.ilana.connection.CopyTypes;
import dev.ilana.connection.Database;
import dev.ilana.connection.Outcome;
import dev.ilana.dialect.Grammar;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.TableShape.ColumnReader;
import dev.ilana.sql.Conversion;
import dev.ilana.sql.Copy;
import dev.ilana.sql.Insert;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Inserts of models that have the same columns set: what a statement says of them, and what they know after it. */
final class Inserts<M extends Model<M>> {

    private final ModelTable<M> table;
    private final List<Column<M, ?>> columns;

    private Inserts(ModelTable<M> table, List<Column<M, ?>> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** Of models with the columns of this one. */
    static <M extends Model<M>> Inserts<M> of(M like) {
        List<Column<M, ?>> present = new ArrayList<>();
        for (Column<M, ?> column : like.table().columns()) {
            if (!like.attributes().isAbsent(column.ordinal())) {
                present.add(column);
            }
        }
        return new Inserts<>(like.table(), List.copyOf(present));
    }

    List<Column<M, ?>> columns() {
        return columns;
    }

    /** Whether the database makes the keys. */
    boolean keysAreGenerated() {
        return table.primaryKey().isMadeByDatabase()
                && !columns.contains(table.primaryKey().columns().get(0));
    }

    Insert statement(List<M> models, Insert.@Nullable Conflict conflict, List<String> returning) {
        return new Insert(
                table.tableName(),
                columns.stream().map(Column::databaseName).toList(),
                new Insert.Values(models.stream().map(this::row).toList()),
                conflict,
                returning);
    }

    private List<Value> row(M model) {
        Value[] row = new Value[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = ModelWriter.stored(model, columns.get(i));
        }
        return Arrays.asList(row);
    }

    /** Inserts one; after it it is stored and knows its key. */
    Mono<Void> into(Database db, M model) {
        return into(db, new CopyTypes(), List.of(model));
    }

    /** Inserts them by one statement; after it they are stored and know their keys. */
    Mono<Void> into(Database db, CopyTypes types, List<M> models) {
        if (!keysAreGenerated()) {
            return without(db, types, models).then();
        }
        Column<M, ?> key = table.key();
        ColumnReader reader = table.shape().readers(db.dialect())[key.ordinal()];
        Sql sql = db.dialect().grammar().compile(statement(models, null, List.of(key.databaseName())));
        return Mono.deferContextual(context -> db.executor()
                .list(sql, (row, metadata) -> Objects.requireNonNull(reader.read(row, 0)))
                .flatMap(keys -> allKeys(db, keys, models.size()))
                .doOnNext(keys -> {
                    Outcome outcome = db.outcome(context);
                    for (int i = 0; i < keys.size(); i++) {
                        Attributes attributes = models.get(i).attributes();
                        attributes.beforeWrite(outcome);
                        attributes.read(key.ordinal(), keys.get(i));
                        markInserted(models.get(i));
                    }
                })
                .then());
    }

    /** Inserts them without asking for keys: those that have theirs are stored after it. Gives the number of rows. */
    Mono<Long> without(Database db, CopyTypes types, List<M> models) {
        Grammar grammar = db.dialect().grammar();
        Insert insert = statement(models, null, List.of());
        Copy copy = grammar.copy(insert);
        Mono<Long> sent = copy != null
                ? db.executor().copy(copy, types, () -> grammar.compile(insert))
                : db.executor().update(grammar.compile(insert));
        return Mono.deferContextual(context -> sent.doOnNext(rows -> {
            if (!keysAreGenerated()) {
                Outcome outcome = db.outcome(context);
                for (M model : models) {
                    model.attributes().beforeWrite(outcome);
                    markInserted(model);
                }
            }
        }));
    }

    /**
     * The key of each row. A database that answers with the first one only has given the others by its step: rows of one
     * statement, none of which has a key of its own, get keys without a gap, whatever the lock mode and whoever else
     * inserts (MySQL 8.0 Reference Manual, 17.6.1.6 "AUTO_INCREMENT Handling in InnoDB", on "simple inserts").
     */
    private Mono<List<Object>> allKeys(Database db, List<Object> answered, int rows) {
        Sql step = db.dialect().grammar().keyStep();
        if (step != null && answered.size() == 1 && rows > 1) {
            return db.executor()
                    .list(
                            step,
                            (row, metadata) ->
                                    Objects.requireNonNull(db.dialect().readAny(row, 0, metadata.getColumnMetadata(0))))
                    .map(found -> stepped(answered.get(0), found.get(0), rows));
        }
        if (answered.size() != rows) {
            return Mono.error(new InvalidUsageException("the database gave " + answered.size() + " keys for " + rows
                    + " rows of " + table + "; is " + table.key() + " generated by the database?"));
        }
        return Mono.just(answered);
    }

    private List<Object> stepped(Object first, Object step, int rows) {
        String what = "the keys of " + table;
        long key = Conversion.to(Long.class, first, what);
        long by = Conversion.to(Long.class, step, what);
        List<Object> keys = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            keys.add(Conversion.to(first.getClass(), key + i * by, what));
        }
        return keys;
    }

    /** What was not set is null now, where it may be: a default of the database's own shows after a refresh. */
    private void markInserted(M model) {
        for (Column<M, ?> column : table.columns()) {
            if (column.isNullable() && model.attributes().isAbsent(column.ordinal())) {
                model.attributes().read(column.ordinal(), null);
            }
        }
        model.attributes().markCreated(table);
    }
}
