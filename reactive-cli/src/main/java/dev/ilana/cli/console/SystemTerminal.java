package dev.ilana.cli.console;

import java.io.Console;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** The terminal that the process was started from. */
final class SystemTerminal implements Terminal {

    // Up to Java 21 there is no console without a terminal; from 22 on it says by itself whether it is one.
    @Override
    @SuppressWarnings("SystemConsoleNull")
    public @Nullable String ask(String question) {
        Console console = System.console();
        return console == null || !isTerminal(console) ? null : console.readLine("%s", question);
    }

    @Override
    @SuppressWarnings("SystemConsoleNull")
    public boolean isThere() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    @Override
    public Reader input() {
        return new InputStreamReader(System.in, Charset.defaultCharset());
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
