package dev.ilana.examples.quickstart;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the steps, and how long each took. */
final class Printer {

    private final PrintStream out;
    private int steps;
    private long start;

    Printer(PrintStream out) {
        this.out = out;
    }

    @FormatMethod
    void title(String format, @Nullable Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    void heading(String text) {
        out.printf("%n%d. %s%n", ++steps, text);
        start = System.nanoTime();
    }

    @FormatMethod
    void line(String format, @Nullable Object... values) {
        out.println("   " + String.format(Locale.ROOT, format, values));
    }

    /** The last line of a step. */
    @FormatMethod
    void result(String format, @Nullable Object... values) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        line("-> %s, %,d ms", String.format(Locale.ROOT, format, values), millis);
    }
}
