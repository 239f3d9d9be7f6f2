package dev.ilana.testkit.database;

import dev.ilana.connection.Database;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import dev.ilana.schema.ensure.SchemaRegistry;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.models.ModelSchema;
import dev.ilana.schema.seed.Seeder;
import dev.ilana.schema.seed.Seeders;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import reactor.core.publisher.Mono;

/**
 * What a test class says of its database.
 *
 * @param owner whose database it is: the class that says {@link IlanaTest}, or each class of a {@link DatabaseTest}
 * @param kind which database
 * @param undone what an {@link IlanaTest} says; null for a {@link DatabaseTest}
 */
record TestSpec(Class<?> owner, DatabaseKind kind, @Nullable IlanaTest undone) {

    /** Of the nearest class around a test that says something. */
    static TestSpec of(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        // A nested class may be inherited: what is around it is the class that runs.
        List<Class<?>> around = new ArrayList<>(context.getEnclosingTestClasses());
        around.add(test);
        Collections.reverse(around);
        for (Class<?> type : around) {
            IlanaTest undone =
                    AnnotationSupport.findAnnotation(type, IlanaTest.class).orElse(null);
            if (undone != null) {
                return new TestSpec(type, undone.value(), undone);
            }
            DatabaseTest kept =
                    AnnotationSupport.findAnnotation(type, DatabaseTest.class).orElse(null);
            if (kept != null) {
                return new TestSpec(test, kept.value(), null);
            }
        }
        throw new IllegalStateException(test + " says neither @IlanaTest nor @DatabaseTest");
    }

    /** An empty database, dropped by who asks for it. */
    TestDatabase create() {
        TestDatabase database = TestServers.require(kind).createDatabase(owner.getSimpleName());
        UrlOptions options = owner.getAnnotation(UrlOptions.class);
        return options == null ? database : database.withOptions(options.value());
    }

    /** A database with its tables and what is seeded, closed by who asks for it. */
    Runner open() {
        Runner runner = Runner.on(create());
        try {
            var unused = runner.value(schema(runner.database()));
            runner.forgetStatements();
            return runner;
        } catch (RuntimeException | Error e) {
            runner.close();
            throw e;
        }
    }

    private Mono<Void> schema(Database database) {
        return undone == null
                ? Mono.empty()
                : migrated(undone, database)
                        .then(Mono.defer(() -> ensured(undone, database)))
                        .then(Mono.defer(() -> seeded(undone, database)));
    }

    private static Mono<Void> migrated(IlanaTest said, Database database) {
        List<Migration> migrations = instances(said.migrations()).toList();
        return migrations.isEmpty()
                ? Mono.empty()
                : Migrator.of(database, migrations).migrate().then();
    }

    private static Mono<Void> ensured(IlanaTest said, Database database) {
        ModelTable<?>[] tables = instances(said.models()).map(Model::table).toArray(ModelTable<?>[]::new);
        return tables.length == 0
                ? Mono.empty()
                : SchemaRegistry.on(database)
                        .register(ModelSchema.of(tables))
                        .ensure()
                        .then();
    }

    private static Mono<Void> seeded(IlanaTest said, Database database) {
        Seeder[] seeders = instances(said.seeders()).toArray(Seeder[]::new);
        return seeders.length == 0
                ? Mono.empty()
                : Seeders.of(seeders).run(database).then();
    }

    private static <T> Stream<T> instances(Class<? extends T>[] types) {
        return Stream.of(types).map(type -> ReflectionSupport.newInstance(type));
    }
}
