package dev.ilana.testkit.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command that ends, such as {@code initdb}. */
final class SetupCommand {

    private static final long MINUTES = 2;

    private SetupCommand() {}

    static void run(List<String> command) throws ServerUnavailableException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        String name = String.valueOf(Path.of(command.get(0)).getFileName());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            Tail output = Tail.of(process.getInputStream());
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new ServerUnavailableException(name + " did not end within " + MINUTES + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new ServerUnavailableException(
                        name + " failed with exit code " + process.exitValue() + ":\n" + output.text());
            }
        } catch (IOException e) {
            throw new ServerUnavailableException("could not run " + name + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailableException("interrupted during " + name, e);
        }
    }

    /** Returns whether the command can be run and succeeds. */
    static boolean succeeds(List<String> command) {
        try {
            run(command);
            return true;
        } catch (ServerUnavailableException e) {
            return false;
        }
    }
}
