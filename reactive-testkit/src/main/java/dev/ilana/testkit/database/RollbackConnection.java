package dev.ilana.testkit.database;

import dev.ilana.connection.around.ConnectionAround;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A connection of a test that is rolled back. What is a transaction here is a savepoint of the test's own, so what is
 * committed is there for the rest of the test, and gone after it.
 *
 * <p>A transaction is of the isolation of the test's: what its definition asks for is left out. One that is rolled back takes
 * with it what others have written since it began; then the test is told that it proves nothing.
 */
final class RollbackConnection extends ConnectionAround {

    private static final String TRANSACTION = "transaction";
    private static final Pattern READS =
            Pattern.compile("\\s*(select|declare|fetch|move|close|explain|show|values)\\b.*", Pattern.DOTALL);

    private final SharedConnection shared;
    private final int number;
    /** What others had written when each savepoint was made, by its name. */
    private final Map<String, Long> savepoints = new HashMap<>();

    private long written;
    private boolean inTransaction;
    private boolean closed;

    /** @param number one that no other has of those that share it */
    RollbackConnection(SharedConnection shared, int number) {
        super(shared.connection());
        this.shared = shared;
        this.number = number;
    }

    @Override
    public Mono<Void> beginTransaction() {
        return createSavepoint(TRANSACTION).doOnSuccess(nothing -> inTransaction = true);
    }

    @Override
    public Mono<Void> beginTransaction(TransactionDefinition definition) {
        return beginTransaction();
    }

    @Override
    public Mono<Void> commitTransaction() {
        return Mono.defer(() -> inTransaction ? releaseSavepoint(TRANSACTION) : Mono.empty())
                .doOnSuccess(nothing -> inTransaction = false);
    }

    @Override
    public Mono<Void> rollbackTransaction() {
        return Mono.defer(() -> inTransaction ? rollbackTransactionToSavepoint(TRANSACTION) : Mono.empty())
                .doOnSuccess(nothing -> inTransaction = false);
    }

    @Override
    public Mono<Void> createSavepoint(String name) {
        return inTurn(Mono.defer(() -> {
            savepoints.put(name, writtenByOthers());
            return Mono.from(delegate().createSavepoint(own(name)));
        }));
    }

    /** It stays where it is: to release it would release those of others that came after it. */
    @Override
    public Mono<Void> releaseSavepoint(String name) {
        return inTurn(Mono.defer(shared::check));
    }

    @Override
    public Mono<Void> rollbackTransactionToSavepoint(String name) {
        return inTurn(Mono.defer(() -> {
            Mono<Void> rollback = Mono.defer(() -> Mono.from(delegate().rollbackTransactionToSavepoint(own(name))));
            boolean othersWrote = savepoints.getOrDefault(name, 0L) != writtenByOthers();
            if (written == 0 && (othersWrote || shared.acquired() > 1)) {
                // There is nothing to undo of its own, and the savepoints of others may have come after it.
                return shared.check().onErrorResume(failed -> rollback);
            }
            if (othersWrote) {
                shared.breakWith(
                        "a transaction of this test was rolled back after others, begun later, had written: what"
                                + " they wrote is undone too, as all of the test is one transaction. Say @NoRollback, and the test"
                                + " has a database of its own");
            }
            return rollback;
        }));
    }

    private long writtenByOthers() {
        return shared.written() - written;
    }

    private String own(String savepoint) {
        return "ilana_test_" + number + "_" + savepoint;
    }

    private Mono<Void> inTurn(Mono<Void> work) {
        return shared.inTurn(work).then();
    }

    @Override
    public Statement createStatement(String sql) {
        // Two that share a connection may have a cursor open at once.
        return super.createStatement(sql.replace("ilana_cursor_", "ilana_cursor_" + number + "_"));
    }

    @Override
    protected Flux<Result> around(String sql, Flux<Result> execution) {
        Flux<Result> noted = execution.doFirst(() -> {
            shared.sent(sql);
            if (!READS.matcher(sql.toLowerCase(Locale.ROOT)).matches()) {
                written++;
                shared.writes();
            }
        });
        return Flux.defer(() -> inTransaction ? shared.inTurn(noted) : shared.alone(noted));
    }

    @Override
    public boolean isAutoCommit() {
        return !inTransaction;
    }

    @Override
    public Mono<Void> setAutoCommit(boolean autoCommit) {
        return autoCommit == isAutoCommit() ? Mono.empty() : autoCommit ? commitTransaction() : beginTransaction();
    }

    /** It is the test's transaction that has a level. */
    @Override
    public Mono<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return Mono.empty();
    }

    @Override
    public Mono<Boolean> validate(ValidationDepth depth) {
        return Mono.defer(() -> closed ? Mono.just(false) : Mono.from(delegate().validate(ValidationDepth.LOCAL)));
    }

    /** What it shares is the test's to close. */
    @Override
    public Mono<Void> close() {
        return Mono.defer(() -> {
            if (closed) {
                return Mono.empty();
            }
            closed = true;
            return rollbackTransaction().doOnTerminate(shared::closed).doOnCancel(shared::closed);
        });
    }
}
