package dev.ilana.schema.dynamic;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.Table;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Temporal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a person tells of one model beyond its schema.
 *
 * <p>Where nothing is said of it, a mass assignment may give every field that can be written: say {@link #fillable} where it
 * may be of what came from outside.
 */
public final class ToldModel {

    private final ModelPlan plan;
    private final Set<String> hidden = new HashSet<>();
    private final List<Consumer<Table<DynamicModel>>> declarations = new ArrayList<>();
    private @Nullable Set<String> fillable;
    private @Nullable String deletedAt;

    ToldModel(ModelPlan plan) {
        this.plan = plan;
    }

    /**
     * Deletes by setting the time in that field, which is an {@code Instant} then.
     *
     * @throws UnknownColumnException when there is no such field, naming the nearest
     * @throws InvalidUsageException when it holds no date and time, or can't be null
     */
    @CanIgnoreReturnValue
    public ToldModel softDeletes(String field) {
        FieldPlan found = field(field);
        boolean isMoment = found.column().type() instanceof Temporal time && time.moment() != Moment.TIME;
        if (!isMoment || !found.column().nullable()) {
            throw new InvalidUsageException(
                    plan.name() + "." + field + " can't tell when a row was deleted: that is a date and time, or null");
        }
        deletedAt = field;
        return this;
    }

    /**
     * Has a mass assignment give these fields, and no others.
     *
     * @throws UnknownColumnException when there is no such field, naming the nearest
     */
    @CanIgnoreReturnValue
    public ToldModel fillable(String... fields) {
        fillable = new HashSet<>(checked(fields));
        return this;
    }

    /**
     * Leaves these fields out of maps and JSON.
     *
     * @throws UnknownColumnException when there is no such field, naming the nearest
     */
    @CanIgnoreReturnValue
    public ToldModel hidden(String... fields) {
        hidden.addAll(checked(fields));
        return this;
    }

    /** Tells the table all else that one can be told, once it has its columns and before its relations: scopes, accessors. */
    @CanIgnoreReturnValue
    public ToldModel table(Consumer<Table<DynamicModel>> declaration) {
        declarations.add(declaration);
        return this;
    }

    boolean isFillable(FieldPlan field) {
        return fillable == null || fillable.contains(field.name());
    }

    boolean isHidden(FieldPlan field) {
        return hidden.contains(field.name());
    }

    boolean isDeletedAt(FieldPlan field) {
        return field.name().equals(deletedAt);
    }

    void declare(Table<DynamicModel> table) {
        declarations.forEach(declaration -> declaration.accept(table));
    }

    private List<String> checked(String... fields) {
        List<String> names = List.of(fields);
        names.forEach(this::field);
        return names;
    }

    @CanIgnoreReturnValue
    private FieldPlan field(String name) {
        return plan.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownColumnException(plan.name(), name, plan.fieldNames()));
    }
}
