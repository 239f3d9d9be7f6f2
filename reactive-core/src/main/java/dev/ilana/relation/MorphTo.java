package dev.ilana.relation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Column;
import dev.ilana.model.Condition;
import dev.ilana.model.EagerLoad;
import dev.ilana.model.Key;
import dev.ilana.model.KeyColumns;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Polymorphic;
import dev.ilana.sql.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The row of one of several tables that this one belongs to: the post or the video of a comment. Loaded, it is a model, null
 * when there is none.
 */
public final class MorphTo<M extends Model<M>> implements Polymorphic<M> {

    private final ModelTable<M> owner;
    private final String name;
    private final Morphs<M> morphs;
    private final Supplier<List<? extends ModelTable<?>>> tables;

    /** For {@code Table}, which is how a relation is declared. */
    public MorphTo(
            ModelTable<M> owner,
            String name,
            Column<M, String> type,
            Key<M> id,
            Supplier<List<? extends ModelTable<?>>> tables) {
        this.owner = owner;
        this.name = Names.check(name);
        this.morphs = new Morphs<>(type, id);
        this.tables = tables;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ModelTable<M> owner() {
        return owner;
    }

    /** What the model points with, but for the column of the type. */
    public Key<M> foreignKey() {
        return morphs.id();
    }

    Morphs<M> morphs() {
        return morphs;
    }

    @Override
    public List<? extends ModelTable<?>> tables() {
        List<? extends ModelTable<?>> known = tables.get();
        Set<String> names = new HashSet<>();
        for (ModelTable<?> table : known) {
            if (!names.add(table.morphName())) {
                throw new InvalidUsageException(this + " is of two tables that are called \"" + table.morphName()
                        + "\" in " + morphs.type() + ": give one of them another morph name");
            }
        }
        return known;
    }

    /** Makes the model belong to that one, which must be stored; written by the next {@code save()}. */
    @CanIgnoreReturnValue
    public <R extends Model<R>> M associate(M child, R parent) {
        requireKnown(parent.table());
        morphs.point(child, parent);
        return child.setRelation(this, parent);
    }

    /** Makes the model belong to none; written by the next {@code save()}. */
    @CanIgnoreReturnValue
    public M dissociate(M child) {
        KeyColumns.of(morphs.id()).set(child, null);
        return child.set(morphs.type(), null).setRelation(this, null);
    }

    private void requireKnown(ModelTable<?> table) {
        if (!tables().contains(table)) {
            throw new InvalidUsageException(this + " belongs to rows of " + tables() + ", and not of " + table);
        }
    }

    @Override
    public boolean isPointer() {
        return true;
    }

    @Override
    public void point(M child, Model<?> parent) {
        if (child.get(morphs.type()) == null && parent.isStored()) {
            pointAt(child, parent);
        }
    }

    private <R extends Model<R>> void pointAt(M child, Model<R> parent) {
        requireKnown(parent.table());
        morphs.point(child, parent);
    }

    // Conditions

    @Override
    public <R extends Model<R>> Condition<M> is(R parent) {
        Object key = KeyColumns.of(parent.table().primary()).required(parent);
        return isOf(parent.table()).and(KeyColumns.of(morphs.id()).has(key));
    }

    @Override
    public Condition<M> isOf(ModelTable<?> table) {
        requireKnown(table);
        return morphs.type().eq(table.morphName());
    }

    /** The rows that belong to a row of that table that fits. */
    public <R extends Model<R>> Condition<M> has(ModelTable<R> table, UnaryOperator<ModelQuery<R>> fitting) {
        return isOf(table).and(KeyColumns.of(morphs.id()).isOneOf(fitting.apply(table.query())));
    }

    // Loading

    @Override
    public EagerLoad<M> loading(@Nullable String below) {
        return MorphLoad.of(this, below);
    }

    /**
     * Loading it, with the rows of that table only as the function has it: {@code with(SUBJECT.loading(POSTS,
     * posts -> posts.with(AUTHOR)))}; those of other tables as they are.
     */
    public <R extends Model<R>> MorphLoad<M> loading(ModelTable<R> table, UnaryOperator<ModelQuery<R>> fitting) {
        return MorphLoad.of(this, null).with(table, fitting);
    }

    @Override
    public String toString() {
        return owner.name() + "." + name;
    }
}
