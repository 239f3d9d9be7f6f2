package dev.ilana.testkit.blocking;

import dev.ilana.connection.Database;
import dev.ilana.sql.Sql;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServer;
import dev.ilana.testkit.database.TestServers;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import reactor.blockhound.BlockHound;
import reactor.core.scheduler.Schedulers;

/**
 * Forbids the threads of a service to block, in every test of this module. It begins with the tests and not with their
 * discovery, which Maven does in its own process when several run them.
 */
public final class BlockingForbidden implements TestExecutionListener {
    private static final AtomicBoolean FORBIDDEN = new AtomicBoolean();

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (FORBIDDEN.compareAndSet(false, true)) {
            forbid();
        }
    }

    private static void forbid() {
        // Drivers read settings and make random numbers when first used, which blocks once: before, then.
        for (DatabaseKind kind : List.of(DatabaseKind.H2, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB)) {
            TestServer server = TestServers.server(kind);
            if (server.available()) {
                warm(server);
            }
        }
        // A scheduler's thread that waits for work while its wait is redefined dies of it.
        Schedulers.shutdownNow();
        // The drivers' logins take random numbers from the kernel, by a file that is always ready; and Netty's
        // allocator may wait a moment for its own lock when two event loops need memory at once.
        BlockHound.builder()
                .loadIntegrations()
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                // PostgreSQL's driver reads the JVM's trusted certificates where it connects.
                .allowBlockingCallsInside("javax.net.ssl.TrustManagerFactory", "init")
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
                .allowBlockingCallsInside("io.netty.buffer.AbstractReferenceCountedByteBuf", "release")
                .install();
    }

    private static void warm(TestServer server) {
        try (TestDatabase test = server.createDatabase("warm")) {
            Database database = Database.connect(test.url());
            var unused = database.executor().update(Sql.of("select 1")).block();
            database.close().block();
        }
    }
}
