package dev.ilana.schema.spring;

import dev.ilana.schema.migrate.MigrationEvent.Finished;
import dev.ilana.schema.migrate.Migrator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Applies what is pending when all beans are made and before anything of the context starts, its web server too. The
 * thread that starts the application waits for it; an error ends the start.
 */
final class MigrationAtStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationAtStart.class);

    private final Migrator migrator;
    private volatile boolean running;

    MigrationAtStart(Migrator migrator) {
        this.migrator = migrator;
    }

    @Override
    public void start() {
        migrator.migrate()
                .ofType(Finished.class)
                .doOnNext(done -> LOG.info(
                        "migrated {} in {} ms",
                        done.migration(),
                        done.duration().toMillis()))
                .blockLast();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before all others. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
