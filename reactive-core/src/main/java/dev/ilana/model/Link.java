package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Join;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Outer;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.Source;
import dev.ilana.sql.SubSelect;
import dev.ilana.sql.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The way from a parent's row to the rows related to it: columns of the parent, and what they are equal to. That is in the
 * related table itself, or in a table between, to which the related one is joined.
 *
 * @param <M> the parent
 * @param <R> the related model
 */
public final class Link<M extends Model<M>, R extends Model<R>> {

    private final KeyColumns<M> parent;
    private final ModelTable<R> related;
    /** The tables between, the one nearest to the related table first. */
    private final List<Join> joins;
    /** What the parent's columns are equal to. */
    private final List<ColumnRef> near;
    /** The same as columns of the related model, where they are its own. */
    private final @Nullable KeyColumns<R> own;

    private final List<Criterion> conditions;

    private Link(
            KeyColumns<M> parent,
            ModelTable<R> related,
            List<Join> joins,
            List<ColumnRef> near,
            @Nullable KeyColumns<R> own,
            List<Criterion> conditions) {
        if (parent.columns().size() != near.size()) {
            throw new InvalidUsageException("the columns " + parent.columns() + " can't point at " + near
                    + ": a relation needs as many on the one side as on the other");
        }
        this.parent = parent;
        this.related = related;
        this.joins = List.copyOf(joins);
        this.near = List.copyOf(near);
        this.own = own;
        this.conditions = List.copyOf(conditions);
    }

    /** Rows whose columns are equal to the parent's. */
    public static <M extends Model<M>, R extends Model<R>> Link<M, R> of(Key<M> parent, Key<R> related) {
        KeyColumns<R> own = new KeyColumns<>(related.columns());
        return new Link<>(
                new KeyColumns<>(parent.columns()), related.table(), List.of(), own.references(), own, List.of());
    }

    /**
     * Rows that a pivot table relates to the parent.
     *
     * @param toParent its columns that are equal to the parent's
     * @param toRelated its columns that are equal to the related row's
     */
    public static <M extends Model<M>, R extends Model<R>> Link<M, R> by(
            Key<M> parent, TableName pivot, List<ColumnRef> toParent, List<ColumnRef> toRelated, Key<R> related) {
        Criterion on = KeyColumns.equal(new KeyColumns<>(related.columns()).references(), toRelated);
        Join join = new Join(Join.Kind.INNER, new Source.Named(pivot, null), on, false);
        return new Link<>(
                new KeyColumns<>(parent.columns()), related.table(), List.of(join), toParent, null, List.of());
    }

    /** Only the rows with this value in this column of theirs: those of one type, say. */
    public <T> Link<M, R> where(Column<R, T> column, T value) {
        return where(column.eq(value).criterion());
    }

    /** Only the rows that fit. */
    public Link<M, R> where(Criterion condition) {
        List<Criterion> all = new ArrayList<>(conditions);
        all.add(condition);
        return new Link<>(parent, related, joins, near, own, all);
    }

    /** This way and, from where it ends, the next: rows related to related rows. */
    public <S extends Model<S>> Link<M, S> then(Link<R, S> next) {
        related.requireBeside(next.related);
        // A table can't stand twice under its own name; under another, its scopes must be inside.
        boolean isTwice = next.related.tableName().equals(related.tableName())
                || next.joins.stream().anyMatch(join -> join.source().name().equals(related.name()));
        String name = isTwice ? "through_" + related.name() : related.name();
        Select rows = related.query().statement();
        Source source = isTwice ? new Source.Derived(rows, name) : related.source();
        List<ColumnRef> far = renamed(next.parent.references(), name);
        Criterion on = KeyColumns.equal(next.near, far);
        if (!isTwice && rows.where() != null) {
            on = on.and(rows.where().grouped());
        }
        List<Join> all = new ArrayList<>(next.joins);
        all.add(new Join(Join.Kind.INNER, source, on, false));
        all.addAll(joins);
        List<Criterion> both = new ArrayList<>(next.conditions);
        both.addAll(conditions);
        return new Link<>(parent, next.related, all, own == null ? near : renamed(near, name), null, both);
    }

    private static List<ColumnRef> renamed(List<ColumnRef> columns, String table) {
        return columns.stream()
                .map(column -> new ColumnRef(table, column.column()))
                .toList();
    }

    ModelTable<R> related() {
        return related;
    }

    /** What the parent's related rows are found by; null when it can have none. */
    @Nullable Object keyOf(M model) {
        return parent.of(model);
    }

    KeyColumns<M> parent() {
        return parent;
    }

    /** The query, for the rows related to the parents of these keys, each with what tells whose it is. */
    ModelQuery<R> constrain(ModelQuery<R> query, Collection<?> keys) {
        ModelQuery<R> constrained = joined(query).constrained(parent.areOneOf(near, keys));
        if (own != null) {
            for (Column<R, ?> column : own.columns()) {
                constrained = constrained.alsoReading(column);
            }
            return constrained;
        }
        for (int i = 0; i < near.size(); i++) {
            constrained = constrained.extra(
                    new Extra(nearName(i), near.get(i), parent.columns().get(i).type()));
        }
        return constrained;
    }

    /** That a row of the parent's table points at this one. */
    Criterion pointsAt(R model) {
        return parent.is(keyPointedAt(model));
    }

    /** That a row of the parent's table points at one of these. */
    Criterion pointsAtOneOf(Collection<R> models) {
        return parent.isOneOf(models.stream().map(this::keyPointedAt).toList());
    }

    private Object keyPointedAt(R model) {
        if (own == null) {
            throw new InvalidUsageException(related + " is related through another table: use whereHas");
        }
        return own.required(model);
    }

    /** The query, for the rows related to the row of the query around it. */
    ModelQuery<R> correlate(ModelQuery<R> query) {
        List<Outer> outer = parent.references().stream().map(Outer::new).toList();
        return joined(query).constrained(KeyColumns.equal(near, outer));
    }

    /**
     * The query, for the first in that order only of those rows of each parent that the function lets through; of equal ones,
     * for that of the greatest key.
     */
    ModelQuery<R> firstOfEach(ModelQuery<R> query, Sort<R> order, UnaryOperator<ModelQuery<R>> among) {
        KeyColumns<R> key = related.primaryKey().key();
        ModelQuery<R> others = joined(among.apply(related.query())).orderBy(order);
        for (Column<R, ?> column : key.columns()) {
            others = others.orderByDesc(column);
        }
        List<Outer> same = near.stream().map(Outer::new).toList();
        Select first = others.constrained(KeyColumns.equal(near, same))
                .limit(1)
                .statement()
                .withColumns(key.references().stream().map(Selection::of).toList());
        return query.constrained(new Comparison(key.asOne(), Operator.EQ, new SubSelect(first)));
    }

    private ModelQuery<R> joined(ModelQuery<R> query) {
        ModelQuery<R> joined = query;
        for (Join join : joins) {
            joined = joined.joined(join);
        }
        for (Criterion condition : conditions) {
            joined = joined.constrained(condition);
        }
        return joined;
    }

    /** What tells the rows of one parent from another's in the constrained query. */
    Expression partition() {
        return KeyColumns.asOne(near);
    }

    /** The key of the parent that a row of the constrained query belongs to. */
    @Nullable Object parentKeyOf(R row) {
        if (own != null) {
            return own.of(row);
        }
        if (near.size() == 1) {
            return row.attributes().extra(nearName(0));
        }
        List<Object> parts = new ArrayList<>(near.size());
        for (int i = 0; i < near.size(); i++) {
            Object part = row.attributes().extra(nearName(i));
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return List.copyOf(parts);
    }

    /** The name of what tells whose a row is, where its own columns don't. */
    private String nearName(int i) {
        return "pivot_" + near.get(i).column();
    }
}
