package dev.ilana.cli;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around it.
 *
 * @param directory where {@code ilana.properties} is looked for
 * @param environment gives a variable's value, null where it is not set
 */
record Surroundings(Path directory, UnaryOperator<@Nullable String> environment, Terminal terminal) {

    static final Surroundings OF_PROCESS = new Surroundings(Path.of(""), System::getenv, new SystemTerminal());
}
