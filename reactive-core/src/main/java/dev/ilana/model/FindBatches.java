package dev.ilana.model;

import static java.util.Objects.requireNonNull;

import dev.ilana.connection.Database;
import dev.ilana.connection.Tenant;
import dev.ilana.error.BadSqlException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Finds of one table by key that are asked for at once. Some go at once; those that come while these are under way wait for
 * one of them to end, and go together as one query. So nobody waits where few ask, and the more ask the more a query answers.
 */
final class FindBatches<M extends Model<M>> {

    /** So many queries for one place: one that hangs does not hold up all the others. */
    private static final int UNDER_WAY = 2;

    private static final int KEYS = 1_000;

    private final ModelTable<M> table;
    private final Map<Place, Line> lines = new HashMap<>();

    FindBatches(ModelTable<M> table) {
        this.table = table;
    }

    /** Where is asked, and for whom: only what is asked of one place can be one query. */
    private record Place(Database database, @Nullable Object tenant) {}

    /** Those who wait, by key, and the number of queries under way. */
    private final class Line {

        private final Place place;
        private final Map<Object, Find> waiting = new LinkedHashMap<>();
        private int underWay;

        private Line(Place place) {
            this.place = place;
        }
    }

    /** One who asks. The answer is what he is to wait for further: the model, nothing, an error, or a query of his own. */
    private final class Find {

        private final Object key;
        /** What the key is told from others by. */
        private final Object id;

        private final Mono<M> alone;
        private final ContextView context;
        private final Sinks.One<Mono<M>> answer = Sinks.one();
        /** Where he waits, or has; guarded by the table's. */
        private @Nullable Line line;

        private Find(Object key, Mono<M> alone, ContextView context) {
            this.key = key;
            this.id = requireNonNull(ValueKey.of(key));
            this.alone = alone;
            this.context = context;
        }

        private void answered(Mono<M> with) {
            var unused = answer.tryEmitValue(with);
        }
    }

    /**
     * The model as it was read; empty when there is none.
     *
     * @param alone asks for this key alone: where another waits for the same already, as each is to get a model of its own, and
     *     where a query of many can't tell
     */
    Mono<M> find(Object key, Mono<M> alone, Database database, ContextView context) {
        Find find = new Find(key, alone, context);
        Place place = new Place(database, Tenant.find(context));
        Mono<M> answer = Mono.defer(() -> waits(find, place) ? find.answer.asMono() : Mono.just(alone))
                .flatMap(further -> further)
                .doOnCancel(() -> letGo(find));
        // What one asker has begun goes on for the others, though he has his answer or waits no more; who waits no more
        // before
        // it has begun leaves nothing begun.
        Mono<M> serving = Mono.defer(() -> begun(find)).cache().then(Mono.never());
        return Mono.firstWithSignal(answer, serving);
    }

    /** False where another waits for the same key. */
    private synchronized boolean waits(Find find, Place place) {
        Line line = lines.computeIfAbsent(place, Line::new);
        find.line = line;
        return line.waiting.putIfAbsent(find.id, find) == null;
    }

    private synchronized void letGo(Find find) {
        if (find.line != null) {
            find.line.waiting.remove(find.id, find);
            forget(find.line);
        }
    }

    /** What serves the line of that find; nothing, where enough do. */
    private synchronized Mono<Void> begun(Find find) {
        Line line = find.line;
        if (line == null || line.underWay == UNDER_WAY) {
            return Mono.empty();
        }
        line.underWay++;
        return serving(line);
    }

    private void forget(Line line) {
        if (line.waiting.isEmpty() && line.underWay == 0) {
            lines.remove(line.place, line);
        }
    }

    /** One query after the other, as long as somebody waits. */
    private Mono<Void> serving(Line line) {
        return Flux.<List<Find>>generate(sink -> {
                    List<Find> some = take(line);
                    if (some.isEmpty()) {
                        sink.complete();
                    } else {
                        sink.next(some);
                    }
                })
                .concatMap(this::answered, 0)
                .then();
    }

    private synchronized List<Find> take(Line line) {
        List<Find> some = new ArrayList<>();
        Iterator<Find> waiting = line.waiting.values().iterator();
        while (waiting.hasNext() && some.size() < KEYS) {
            some.add(waiting.next());
            waiting.remove();
        }
        if (some.isEmpty()) {
            line.underWay--;
            forget(line);
        }
        return some;
    }

    /** In the Context of the first who asks: the others have the same place, and the rest is for who looks on. */
    private Mono<Void> answered(List<Find> finds) {
        ContextView first = finds.get(0).context;
        return table.query()
                .read(finds.stream().map(find -> find.key).toList())
                .doOnNext(models -> answer(finds, models))
                .onErrorResume(error -> {
                    boolean mayBeOfOne = error instanceof BadSqlException && finds.size() > 1;
                    finds.forEach(find -> find.answered(mayBeOfOne ? find.alone : Mono.error(error)));
                    return Mono.empty();
                })
                .then()
                .contextWrite(context -> Context.of(first));
    }

    /** A database may hold keys for the same that differ here, as by case: then none knows by himself which row is his. */
    private void answer(List<Find> finds, List<M> models) {
        Map<Object, M> byKey = new HashMap<>();
        models.forEach(model -> byKey.put(ValueKey.of(model), model));
        boolean allAreTold =
                finds.stream().filter(find -> byKey.containsKey(find.id)).count() == models.size();
        for (Find find : finds) {
            M model = byKey.get(find.id);
            boolean isNone = allAreTold && (find.key instanceof Number || find.key instanceof UUID);
            find.answered(model != null ? Mono.just(model) : isNone ? Mono.empty() : find.alone);
        }
    }
}
