/** A shop in Spring Boot 3: what models and a {@code DatabaseClient} write is one transaction. Start at {@code Shop}. */
@NullMarked
@CheckReturnValue
package dev.ilana.examples.spring;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
