package dev.ilana.cli.console;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param directory where {@code ilana.yml} or {@code ilana.properties} is looked for, and {@code .env}
 * @param environment its variables
 */
public record Surroundings(Path directory, Map<String, String> environment, Terminal terminal) {

    public static final Surroundings OF_PROCESS = new Surroundings(Path.of(""), System.getenv(), new SystemTerminal());
}
