package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.connection.QueryWatch;
import dev.ilana.error.ValidationException;
import dev.ilana.validation.Rule;
import dev.ilana.validation.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks at a model before it is written: at every rule, so that all that is wrong is said at once. */
final class Validation {

    private Validation() {}

    /** Completes when the model keeps its rules; else a {@link ValidationException}. */
    static <M extends Model<M>> Mono<Void> of(M model) {
        ModelTable<M> table = model.table();
        return Flux.deferContextual(context -> {
                    Database database = model.databaseIn(context);
                    Tenancy<M> tenancy = table.tenancy();
                    Map<String, ?> among = tenancy == null ? Map.of() : tenancy.byName(context);
                    return Flux.fromIterable(table.shape().ruledColumns())
                            .concatMap(column -> failures(model, column, among, database));
                })
                .concatWith(Flux.fromIterable(table.checks()).concatMap(check -> check.apply(model)))
                .collect(
                        LinkedHashMap<String, List<String>>::new,
                        (all, failure) -> all.computeIfAbsent(failure.column(), unused -> new ArrayList<>())
                                .add(failure.words()))
                .flatMap(all -> all.isEmpty() ? Mono.empty() : Mono.error(new ValidationException(table.name(), all)));
    }

    private static <M extends Model<M>, T> Flux<Failure> failures(
            M model, Column<M, T> column, Map<String, ?> among, Database database) {
        // What is not set on a new model, and what was not read of a stored one, is not looked at but for "required".
        boolean there = !model.attributes().isAbsent(column.ordinal());
        if (!there && model.isStored()) {
            return Flux.empty();
        }
        @Nullable T value = there ? model.get(column) : null;
        Subject subject = new Subject(
                model.table().tableName().toString(),
                column.databaseName(),
                model.isStored() ? model.table().primaryKey().byName(model) : Map.of(),
                among,
                column::storedValue,
                database);
        return Flux.fromIterable(column.rules())
                .concatMap(rule -> check(rule, value, subject))
                .map(words -> new Failure(column.name(), words));
    }

    private static <T> Mono<String> check(Rule<? super T> rule, @Nullable T value, Subject subject) {
        return Mono.defer(() -> rule.check(value, subject)).contextWrite(QueryWatch::expected);
    }

    /** Something wrong with a column. */
    record Failure(String column, String words) {}
}
