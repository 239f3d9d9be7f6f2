package dev.ilana.connection;

import dev.ilana.sql.Sql;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Work whose statements are written down instead of sent. */
final class DryRun {

    private static final Object KEY = new Object();

    private final List<Sql> statements = new CopyOnWriteArrayList<>();

    static Mono<List<Sql>> of(Supplier<? extends Publisher<?>> work) {
        return Mono.defer(() -> {
            DryRun run = new DryRun();
            return Flux.defer(() -> Flux.from(work.get()))
                    .contextWrite(context -> context.put(KEY, run))
                    .then(Mono.fromSupplier(() -> List.copyOf(run.statements)));
        });
    }

    static @Nullable DryRun in(ContextView context) {
        return context.getOrDefault(KEY, null);
    }

    void note(Sql sql) {
        statements.add(sql);
    }
}
