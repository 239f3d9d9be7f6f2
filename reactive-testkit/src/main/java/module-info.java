/** Test databases, and the contract every dialect must pass. */
module dev.ilana.testkit {
    requires transitive dev.ilana.core;
    requires transitive dev.ilana.schema;
    requires transitive net.datafaker;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
    requires org.junit.platform.commons;
    requires org.opentest4j;
    requires org.slf4j;
    requires java.compiler;
    requires reactor.test;
    requires org.apache.commons.compress;
    requires testcontainers;
    requires static ch.qos.logback.classic;
    requires static ch.qos.logback.core;
    requires static r2dbc.proxy;
    requires static jakarta.validation;
    requires static r2dbc.pool;
    requires static spring.beans;
    requires static spring.context;
    requires static spring.core;
    requires static spring.r2dbc;
    requires static spring.tx;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;

    exports dev.ilana.testkit.assertion;
    exports dev.ilana.testkit.contract;
    exports dev.ilana.testkit.contract.blog;
    exports dev.ilana.testkit.database;
    exports dev.ilana.testkit.factory;
    exports dev.ilana.testkit.probe;
}
