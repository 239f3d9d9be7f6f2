package dev.ilana.model;

import dev.ilana.error.AttributeNotLoadedException;
import dev.ilana.sql.Select;
import dev.ilana.sql.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** What a write keeps up without being told: times, versions, tenants and new keys. */
final class Upkeep {

    private Upkeep() {}

    /** Gives a new model its tenant, its key, its version and its times, where nobody has set others. */
    static <M extends Model<M>> void prepare(M model, Instant now, ContextView context) {
        ModelTable<M> table = model.table();
        claim(model, context);
        table.shape().generatedColumns().forEach(column -> generate(model, column));
        table.writeTimes().forEach(time -> time.create(model, now));
        table.primaryKey().generate(model);
        setWhereAbsent(model, table.version(), 1);
    }

    private static <M extends Model<M>, T> void generate(M model, Column<M, T> column) {
        if (model.attributes().isAbsent(column.ordinal())) {
            model.set(column, Objects.requireNonNull(column.generator()).get());
        }
    }

    /** Makes a new model the tenant's, where its table has tenants. */
    static <M extends Model<M>> void claim(M model, ContextView context) {
        Tenancy<M> tenancy = model.table().tenancy();
        if (tenancy != null) {
            tenancy.claim(model, context);
        }
    }

    private static <M extends Model<M>, T> void setWhereAbsent(M model, @Nullable Column<M, T> column, T value) {
        if (column != null && model.attributes().isAbsent(column.ordinal())) {
            model.set(column, value);
        }
    }

    /** Nothing, where what is written of rows leaves them their tenant's. */
    static <M extends Model<M>> void requireKept(ModelTable<M> table, List<Column<M, ?>> written) {
        Tenancy<M> tenancy = table.tenancy();
        if (tenancy != null) {
            tenancy.requireKept(written);
        }
    }

    /** Sets the time of the change, where the table keeps it and nobody has set another. */
    static <M extends Model<M>> void touch(M model, Instant now) {
        model.table().updateTimes().forEach(time -> time.update(model, now));
    }

    /** The new values of rows, and the time of their change where it is not among them. */
    static <M extends Model<M>> List<Update.Assignment> touched(
            ModelTable<M> table, List<Assignment<M>> values, Instant now) {
        requireKept(table, values.stream().map(Assignment::column).toList());
        List<Update.Assignment> all = new ArrayList<>();
        values.forEach(value -> all.add(value.statement()));
        for (WriteTime<M, ?> time : table.updateTimes()) {
            if (values.stream().noneMatch(value -> value.column() == time.column())) {
                all.add(time.assignment(now).statement());
            }
        }
        return all;
    }

    /** Marks the rows deleted; {@code updated_at} says so too. */
    static <M extends Model<M>> Update softDelete(ModelTable<M> table, Select rows, Instant now) {
        return new Update(
                table.tableName(), rows.joins(), deletion(table, now), rows.where(), rows.orders(), rows.limit());
    }

    static <M extends Model<M>> List<Update.Assignment> deletion(ModelTable<M> table, Instant now) {
        List<Update.Assignment> changes = new ArrayList<>();
        changes.add(table.deletedAt().to(now).statement());
        table.updateTimes().forEach(time -> changes.add(time.assignment(now).statement()));
        return changes;
    }

    static <M extends Model<M>> void markDeleted(M model, Instant now) {
        ModelTable<M> table = model.table();
        model.attributes().markWritten(table.deletedAt().ordinal(), now);
        table.updateTimes().forEach(time -> time.mark(model, now));
    }

    static <M extends Model<M>> Integer versionOf(M model, Column<M, Integer> version) {
        if (model.attributes().isAbsent(version.ordinal())) {
            throw new AttributeNotLoadedException(model.table().name(), version.name());
        }
        return Objects.requireNonNull(model.getOriginal(version), "a stored model has a version");
    }

    /** The changes, and that of the version where the table keeps one. */
    static <M extends Model<M>> List<Update.Assignment> counted(M model, List<Update.Assignment> changes) {
        Column<M, Integer> version = model.table().version();
        if (version == null) {
            return changes;
        }
        List<Update.Assignment> all = new ArrayList<>(changes);
        all.add(version.to(versionOf(model, version) + 1).statement());
        return all;
    }

    static <M extends Model<M>> void markCounted(M model) {
        Column<M, Integer> version = model.table().version();
        if (version != null) {
            model.attributes().markWritten(version.ordinal(), versionOf(model, version) + 1);
        }
    }
}
