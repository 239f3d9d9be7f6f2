package dev.ilana.schema.migrate;

import dev.ilana.error.ConnectionLostException;
import dev.ilana.schema.migrate.MigrationEvent.Statement;
import dev.ilana.schema.migrate.session.StatementWatch;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Follows the statements of one attempt at a migration, which come one after another on its one connection. */
final class StatementLog implements StatementWatch {

    /** Statements that begin so change rows at most, and the end of a transaction takes them back on every database. */
    private static final Set<String> ROWS_ONLY =
            Set.of("insert", "update", "delete", "select", "with", "values", "replace", "merge", "table");

    private final MigrationName migration;
    private final Direction direction;
    private final BiFunction<Integer, String, Mono<Void>> sending;
    private final Sinks.Many<MigrationEvent> events = Sinks.many().unicast().onBackpressureBuffer();

    private volatile boolean listening;
    private final AtomicInteger sent = new AtomicInteger();
    private volatile boolean rowsOnly = true;
    private volatile @Nullable Statement answered;

    /** @param sending is told of each statement's number and text before it is sent, which waits for it */
    StatementLog(MigrationName migration, Direction direction, BiFunction<Integer, String, Mono<Void>> sending) {
        this.migration = migration;
        this.direction = direction;
        this.sending = sending;
    }

    /** The statements that were done, each as soon as that is certain: at the next one, or at the end. */
    Flux<MigrationEvent> events() {
        return events.asFlux();
    }

    /** From now on the connection's statements are the migration's. */
    void listen() {
        listening = true;
    }

    /** What comes now is our own. */
    void stopListening() {
        listening = false;
        tell();
    }

    void end() {
        var unused = events.tryEmitComplete();
    }

    /**
     * True when the migration, which failed so, left nothing behind.
     *
     * @param rolledBack whether it ran in a transaction, which was rolled back
     */
    boolean leftNothing(Throwable error, boolean rolledBack) {
        boolean unknown = error instanceof ConnectionLostException;
        return sent.get() == 0 || (!unknown && sent.get() == 1) || (rolledBack && rowsOnly);
    }

    @Override
    public Mono<Void> before(String sql) {
        return Mono.defer(() -> {
            if (!listening) {
                return Mono.empty();
            }
            tell();
            return sending.apply(sent.get() + 1, sql).doOnSuccess(told -> {
                sent.incrementAndGet();
                if (!ROWS_ONLY.contains(firstWord(sql))) {
                    rowsOnly = false;
                }
            });
        });
    }

    @Override
    public void answered(String sql, Duration duration) {
        if (listening) {
            answered = new Statement(migration, direction, sql, duration);
        }
    }

    private void tell() {
        Statement done = answered;
        if (done != null) {
            answered = null;
            var unused = events.tryEmitNext(done);
        }
    }

    private static String firstWord(String sql) {
        String text = sql.stripLeading();
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
