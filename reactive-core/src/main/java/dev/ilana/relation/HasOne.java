package dev.ilana.relation;

import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One row elsewhere that points at this one: the profile of a user. Loaded, it is a model, null when there is none. */
public final class HasOne<M extends Model<M>, R extends Model<R>> extends HasOneOrMany<M, R, R> {

    /** For {@code Table}, which is how a relation is declared. */
    public HasOne(ModelTable<M> owner, String name, Supplier<? extends Column<R, ?>> foreignKey) {
        super(owner, name, foreignKey);
    }

    @Override
    protected @Nullable R valueOf(List<R> related) {
        return related.isEmpty() ? null : related.get(0);
    }
}
