package dev.ilana.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnknownModelException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * The models that are known by name: that of their class, such as {@code User}, or that of their table. A model is known
 * once it was registered, which an application does at its start.
 */
public final class Models {

    private static final Map<String, WritableTable<?>> BY_NAME = new ConcurrentHashMap<>();

    private static final Hooks<Model<?>> HOOKS = new Hooks<>(null);

    private Models() {}

    /**
     * Tells the observer of the events of all models, before those of their tables.
     *
     * @return what ends it
     */
    @CanIgnoreReturnValue
    public static Disposable observe(Observer<? super Model<?>> observer) {
        return HOOKS.add(null, () -> true, observer.afterCommit(), observer::on);
    }

    /** Runs the hook at each such event of any model. */
    @CanIgnoreReturnValue
    public static Disposable on(ModelEvent event, Function<Model<?>, ? extends Publisher<Void>> hook) {
        return HOOKS.add(event, () -> true, false, (happened, model) -> hook.apply(model));
    }

    /** The work without events: none of its models tells an observer or a hook. */
    public static <T> Mono<T> quietly(Mono<T> work) {
        return work.contextWrite(Hooks::quietly);
    }

    static Hooks<Model<?>> hooks() {
        return HOOKS;
    }

    /**
     * Makes the models known.
     *
     * @throws InvalidUsageException when a name is that of another model already
     */
    public static void register(WritableTable<?>... tables) {
        for (WritableTable<?> table : tables) {
            register(table.modelName(), table);
            register(table.name(), table);
        }
    }

    private static void register(String name, WritableTable<?> table) {
        WritableTable<?> known = BY_NAME.putIfAbsent(name, table);
        if (known != null && known != table) {
            throw new InvalidUsageException("\"" + name + "\" is the name of another model already: "
                    + known.modelName() + " of table " + known.tableName());
        }
    }

    /**
     * The table of the model of that name.
     *
     * @throws UnknownModelException when none is known by it, naming the nearest
     */
    public static WritableTable<?> get(String name) {
        WritableTable<?> table = BY_NAME.get(name);
        if (table == null) {
            throw new UnknownModelException(name, BY_NAME.keySet());
        }
        return table;
    }

    public static boolean has(String name) {
        return BY_NAME.containsKey(name);
    }

    /** Those that are known. */
    public static Set<WritableTable<?>> all() {
        return BY_NAME.values().stream().collect(Collectors.toUnmodifiableSet());
    }

    /** Forgets them all. */
    public static void clear() {
        BY_NAME.clear();
    }
}
