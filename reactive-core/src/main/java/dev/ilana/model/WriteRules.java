package dev.ilana.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidUsageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

/**
 * What a {@link ModelTable} does whenever its models are written or read: hooks, rules, marks of who and how often.
 *
 * @param <M> the model
 */
public abstract sealed class WriteRules<M extends Model<M>> extends PlainColumns<M> permits KeyedTable {

    private final Hooks<M> hooks = new Hooks<>(Models.hooks());
    private final List<Function<M, Flux<Validation.Failure>>> checks = new ArrayList<>();
    private final List<Audit<M>> audits = new ArrayList<>();
    private final List<Relation<M, ?, ?>> touched = new ArrayList<>();
    private final List<WriteTime<M, ?>> writeTimes = new ArrayList<>();
    private final List<WriteTime<M, ?>> updateTimes = new ArrayList<>();
    private @Nullable Column<M, Integer> version;

    WriteRules() {}

    abstract ModelTable<M> itself();

    abstract void requireOpen();

    abstract TableShape<M> shape();

    // Events

    /**
     * Runs the hook at each such event of a model, and waits for what it answers with. An error of one that comes before
     * the statement stops it: {@link dev.ilana.error.VetoException} says so by name.
     *
     * @return what ends it
     */
    @CanIgnoreReturnValue
    public final Disposable on(ModelEvent event, Function<? super M, ? extends Publisher<Void>> hook) {
        return hooks.add(event, () -> true, false, (happened, model) -> hook.apply(model));
    }

    /**
     * Runs the hook after each such event of a model, once the outermost transaction is committed, if there is one; never
     * for what was rolled back. An error of it is an {@link dev.ilana.error.AfterCommitException} of the transaction.
     *
     * @return what ends it
     * @throws InvalidUsageException for an event that comes before its statement
     */
    @CanIgnoreReturnValue
    public final Disposable afterCommit(ModelEvent event, Function<? super M, ? extends Publisher<Void>> hook) {
        if (!event.isAfter()) {
            throw new InvalidUsageException(event + " does not follow a write, so no commit follows it: use on(...)");
        }
        return hooks.add(event, () -> true, true, (happened, model) -> hook.apply(model));
    }

    /** Tells the observer of all events of the models. */
    @CanIgnoreReturnValue
    public final Disposable observe(Observer<? super M> observer) {
        return observe(observer, () -> true);
    }

    /** Tells the observer of the events that come while the condition is true. */
    @CanIgnoreReturnValue
    public final Disposable observe(Observer<? super M> observer, BooleanSupplier condition) {
        return hooks.add(null, condition, observer.afterCommit(), observer::on);
    }

    // Checks and marks of every write

    /** A rule over the whole model: the function gives what is wrong with it, by column, or nothing. */
    @CanIgnoreReturnValue
    public final ModelTable<M> check(Function<? super M, ? extends Publisher<Map.Entry<String, String>>> check) {
        requireOpen();
        checks.add(model -> Flux.from(check.apply(model))
                .map(failure -> new Validation.Failure(failure.getKey(), failure.getValue())));
        return itself();
    }

    List<Function<M, Flux<Validation.Failure>>> checks() {
        return checks;
    }

    /** Whether there is a rule to keep before a write. */
    boolean hasRules() {
        return !checks.isEmpty() || !shape().ruledColumns().isEmpty();
    }

    /**
     * Counts the writes of a row in the column, and refuses one by a model that was read before another's write: a {@link
     * dev.ilana.error.StaleModelException}.
     */
    public final Column<M, Integer> version(String column) {
        Column<M, Integer> counter = integer(column);
        version = counter;
        return counter;
    }

    @Nullable Column<M, Integer> version() {
        return version;
    }

    /** Takes the value of the column from the Reactor Context when a row is created: who created it, say. */
    public final <T> Column<M, T> setOnCreate(Column<M, T> column, Function<ContextView, ? extends @Nullable T> value) {
        requireOpen();
        audits.add(Audit.of(column, value, false));
        return column;
    }

    /** Takes the value of the column from the Reactor Context whenever a row is written: who changed it last, say. */
    public final <T> Column<M, T> setOnSave(Column<M, T> column, Function<ContextView, ? extends @Nullable T> value) {
        requireOpen();
        audits.add(Audit.of(column, value, true));
        return column;
    }

    List<Audit<M>> audits() {
        return audits;
    }

    /** Has the column tell when a row was added: what the function makes of the time, where nobody has set another value. */
    public final <T> Column<M, T> timeOnCreate(Column<M, T> column, Function<Instant, ? extends T> value) {
        requireOpen();
        writeTimes.add(new WriteTime<>(column, value));
        return column;
    }

    /** Has the column tell when a row was last written: what the function makes of the time, where nobody has set another value. */
    public final <T> Column<M, T> timeOnSave(Column<M, T> column, Function<Instant, ? extends T> value) {
        requireOpen();
        WriteTime<M, T> time = new WriteTime<>(column, value);
        writeTimes.add(time);
        updateTimes.add(time);
        return column;
    }

    /** The columns that tell when a row was written. */
    List<WriteTime<M, ?>> writeTimes() {
        return writeTimes;
    }

    /** Those of them that each write sets anew. */
    List<WriteTime<M, ?>> updateTimes() {
        return updateTimes;
    }

    /** Has the relation's rows written to whenever a model of this table is. */
    final void touch(Relation<M, ?, ?> relation) {
        requireOpen();
        touched.add(relation);
    }

    List<Relation<M, ?, ?>> touched() {
        return touched;
    }

    Hooks<M> hooks() {
        return hooks;
    }
}
