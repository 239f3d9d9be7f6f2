package dev.ilana.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The constraints of Jakarta Validation on a model's getters, as a check of its table, where {@code jakarta.validation} is on
 * the class path: {@code USERS.check(JakartaValidation.by(validator))}.
 */
public final class JakartaValidation {

    private JakartaValidation() {}

    /**
     * What the validator finds wrong with an object, by column: that of {@code getDisplayName()} is {@code display_name}. The
     * message of a constraint is what is said, so keep values out of it: it may end in a log.
     */
    public static Function<Object, Flux<Map.Entry<String, String>>> by(Validator validator) {
        return by(() -> validator);
    }

    /** The same by a validator that is not there yet when the model's class is loaded; it is asked for at each use. */
    public static Function<Object, Flux<Map.Entry<String, String>>> by(Supplier<? extends Validator> validator) {
        return model -> Mono.fromCallable(() -> validator.get().validate(model))
                // Not on an event loop: messages are read from files, and a constraint may do anything.
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapIterable(violations -> violations)
                .map(violation -> Map.entry(column(violation), violation.getMessage()))
                .sort(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()));
    }

    private static String column(ConstraintViolation<?> violation) {
        return violation
                .getPropertyPath()
                .toString()
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
