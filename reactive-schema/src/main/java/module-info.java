/** The schema builder and migrations of Ìlànà Reactive. */
module dev.ilana.schema {
    requires transitive dev.ilana.core;
    requires transitive org.reactivestreams;
    requires transitive reactor.core;
    requires org.slf4j;
    requires static spring.beans;
    requires static spring.boot;
    requires static spring.boot.autoconfigure;
    requires static spring.context;
    requires static spring.core;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;

    exports dev.ilana.schema.build;
    exports dev.ilana.schema.ddl;
    exports dev.ilana.schema.definition;
    exports dev.ilana.schema.diagram;
    exports dev.ilana.schema.diff;
    exports dev.ilana.schema.ensure;
    exports dev.ilana.schema.generate;
    exports dev.ilana.schema.dynamic;
    exports dev.ilana.schema.introspect;
    exports dev.ilana.schema.lint;
    exports dev.ilana.schema.migrate;
    exports dev.ilana.schema.migrate.dump;
    exports dev.ilana.schema.migrate.lock;
    exports dev.ilana.schema.migrate.sql;
    exports dev.ilana.schema.models;
    exports dev.ilana.schema.prisma;
    exports dev.ilana.schema.prisma.syntax;
    exports dev.ilana.schema.seed;
    exports dev.ilana.schema.spring;

    opens dev.ilana.schema.spring to
            spring.beans,
            spring.context,
            spring.core;
}
