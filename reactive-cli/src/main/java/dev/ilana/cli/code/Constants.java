package dev.ilana.cli.code;

import dev.ilana.cli.console.CommandFailedException;
import java.lang.reflect.Field;

/** Reads what classes of the project have as constants. */
final class Constants {

    private Constants() {}

    /** @throws CommandFailedException when its class can't be initialized, or there is nothing in it */
    static <T> T value(Field constant, Class<T> type) {
        String name = constant.getDeclaringClass().getName() + "." + constant.getName();
        try {
            constant.setAccessible(true);
            Object value = constant.get(null);
            if (value == null) {
                throw new CommandFailedException(name + " is null");
            }
            return type.cast(value);
        } catch (ExceptionInInitializerError e) {
            throw new CommandFailedException("can't make " + name + ": " + e.getCause(), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new CommandFailedException("can't make " + name + ": " + e, e);
        }
    }
}
