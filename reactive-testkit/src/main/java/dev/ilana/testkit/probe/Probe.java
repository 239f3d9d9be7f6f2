package dev.ilana.testkit.probe;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/**
 * Connections of another factory, of which all that is asked is kept, and which fail where a test wants it:
 * {@code probe.inject(Fault.deadlock(dialect).atStatement(2))}. It may stand below a pool or around one. A test of an {@link
 * dev.ilana.testkit.database.IlanaTest} takes that of its own database as a parameter.
 */
public final class Probe implements ConnectionFactory {

    private final ConnectionFactory delegate;
    private final Faults faults = new Faults();
    private final Queue<String> statements = new ConcurrentLinkedQueue<>();
    private final Queue<String> transactions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    private Probe(ConnectionFactory delegate) {
        this.delegate = delegate;
    }

    /** A probe on that factory's connections. */
    public static Probe around(ConnectionFactory factory) {
        return new Probe(factory);
    }

    /** Lets this go wrong, beside what is to go wrong already. */
    public void inject(Fault fault) {
        faults.add(fault);
    }

    /** Lets nothing go wrong any more. */
    public void forgetFaults() {
        faults.clear();
    }

    /** The statements that were to be sent, in order, those of faults too. */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    /** {@code begin}, {@code commit} and {@code rollback}, in the order in which they were asked for. */
    public List<String> transactions() {
        return List.copyOf(transactions);
    }

    /** How many connections were opened. */
    public int opened() {
        return opened.get();
    }

    /** How many connections are open. */
    public int open() {
        return opened.get() - closed.get();
    }

    @Override
    public Mono<Connection> create() {
        return Mono.<Connection>from(delegate.create()).map(connection -> {
            var unused = opened.incrementAndGet();
            return new ProbedConnection(connection, this);
        });
    }

    List<Fault> sent(String sql) {
        statements.add(sql);
        return faults.of(sql);
    }

    void told(String transaction) {
        transactions.add(transaction);
    }

    void closed() {
        var unused = closed.incrementAndGet();
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return delegate.getMetadata();
    }
}
