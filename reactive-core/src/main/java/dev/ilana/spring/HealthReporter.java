package dev.ilana.spring;

import reactor.core.publisher.Mono;

/** A bean that tells a part of the health that Spring Boot shows as {@code ilana}; its name is the part's. */
@FunctionalInterface
public interface HealthReporter {

    /** How it does now; never an error, and without values, users and passwords. */
    Mono<HealthReport> report();
}
