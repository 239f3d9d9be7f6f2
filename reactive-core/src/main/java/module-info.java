/** Models, queries, relations and transactions on R2DBC. */
module dev.ilana.core {
    requires transitive org.reactivestreams;
    requires transitive reactor.core;
    requires transitive r2dbc.spi;
    requires r2dbc.pool;
    requires transitive com.fasterxml.jackson.databind;
    requires org.slf4j;
    requires com.fasterxml.uuid;
    requires com.github.f4b6a3.ulid;
    requires static com.fasterxml.jackson.dataformat.yaml;
    requires static jakarta.validation;
    requires static micrometer.observation;
    requires static r2dbc.postgresql;
    requires static spring.beans;
    requires static spring.boot;
    requires static spring.boot.actuator;
    requires static spring.boot.actuator.autoconfigure;
    requires static spring.boot.autoconfigure;
    requires static spring.boot.health;
    requires static spring.context;
    requires static spring.core;
    requires static spring.r2dbc;
    requires static spring.tx;
    requires static spring.web;
    requires static io.netty.buffer;
    requires static reactor.netty.core;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;

    exports dev.ilana;
    exports dev.ilana.cast;
    exports dev.ilana.config;
    exports dev.ilana.connection;
    exports dev.ilana.connection.around to
            dev.ilana.schema,
            dev.ilana.testkit;
    exports dev.ilana.dialect;
    exports dev.ilana.error;
    exports dev.ilana.model;
    exports dev.ilana.observation;
    exports dev.ilana.query;
    exports dev.ilana.relation;
    exports dev.ilana.service;
    exports dev.ilana.spring;
    exports dev.ilana.sql;
    exports dev.ilana.validation;

    opens dev.ilana.spring to
            spring.beans,
            spring.context,
            spring.core;
}
