package dev.ilana.examples.benchmark.hibernate;

import dev.ilana.examples.benchmark.work.Address;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.stage.Stage;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.reactive.vertx.impl.ProvidedVertxInstance;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Its sessions, each on one of the event loops: they belong to the thread that has opened them. */
final class Sessions {

    private final Vertx vertx;
    private final Stage.SessionFactory factory;
    private final List<Scheduler> loops;
    private final AtomicInteger turn = new AtomicInteger();

    private Sessions(Vertx vertx, Stage.SessionFactory factory, List<Scheduler> loops) {
        this.vertx = vertx;
        this.factory = factory;
        this.loops = loops;
    }

    /** Blocks. */
    static Sessions open(Address address, Class<?>... entities) {
        Vertx vertx = Vertx.vertx();
        Configuration configuration = new Configuration()
                .setProperty(JdbcSettings.JAKARTA_JDBC_URL, address.jdbcUrl())
                .setProperty(JdbcSettings.JAKARTA_JDBC_USER, address.user())
                .setProperty(JdbcSettings.JAKARTA_JDBC_PASSWORD, address.password())
                .setProperty(JdbcSettings.POOL_SIZE, String.valueOf(Address.CONNECTIONS));
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        Stage.SessionFactory factory = configuration
                .buildSessionFactory(new ReactiveServiceRegistryBuilder()
                        .applySettings(configuration.getProperties())
                        .addService(VertxInstance.class, new ProvidedVertxInstance(vertx))
                        .build())
                .unwrap(Stage.SessionFactory.class);
        return new Sessions(vertx, factory, loops(vertx));
    }

    /** One for each core, as a verticle in as many instances has them. */
    private static List<Scheduler> loops(Vertx vertx) {
        List<Scheduler> loops = new CopyOnWriteArrayList<>();
        DeploymentOptions options =
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        done(vertx.deployVerticle(() -> new Loop(loops), options).toCompletionStage());
        return loops;
    }

    private static final class Loop extends AbstractVerticle {

        private final List<Scheduler> loops;

        Loop(List<Scheduler> loops) {
            this.loops = loops;
        }

        @Override
        public void start() {
            Context mine = context;
            loops.add(Schedulers.fromExecutor(work -> mine.runOnContext(unused -> work.run())));
        }
    }

    <T> Mono<T> with(Function<Stage.Session, CompletionStage<T>> work) {
        return Mono.usingWhen(
                        Mono.fromCompletionStage(factory::openSession),
                        session -> Mono.fromCompletionStage(() -> work.apply(session)),
                        session -> Mono.fromCompletionStage(session::close))
                .subscribeOn(loop());
    }

    <T> Mono<T> inTransaction(Function<Stage.Session, CompletionStage<T>> work) {
        return with(session -> session.withTransaction(transaction -> work.apply(session)));
    }

    /** A session that keeps nothing of what it has read or written. */
    <T> Mono<T> stateless(Function<Stage.StatelessSession, Mono<T>> work) {
        return Mono.usingWhen(
                        Mono.fromCompletionStage(factory::openStatelessSession),
                        work,
                        session -> Mono.fromCompletionStage(session::close))
                .subscribeOn(loop());
    }

    private Scheduler loop() {
        return loops.get(Math.floorMod(turn.getAndIncrement(), loops.size()));
    }

    /** Blocks. */
    void close() {
        factory.close();
        done(vertx.close().toCompletionStage());
    }

    private static void done(CompletionStage<?> stage) {
        var unused = stage.toCompletableFuture().join();
    }
}
