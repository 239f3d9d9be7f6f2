package dev.ilana.cli.migrate;

import dev.ilana.cli.console.Console;
import dev.ilana.schema.seed.SeedEvent;
import dev.ilana.schema.seed.SeedEvent.Finished;
import dev.ilana.schema.seed.SeedEvent.Progressed;
import dev.ilana.schema.seed.SeedEvent.Skipped;
import dev.ilana.schema.seed.SeedEvent.Warned;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says how seeders go on: a line for what was done or skipped, and a remark each second on how far they are. */
final class SeedReport {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Console console;
    private final Map<String, Duration> told = new HashMap<>();

    SeedReport(Console console) {
        this.console = console;
    }

    void say(SeedEvent event) {
        if (event instanceof Finished finished) {
            done(finished);
        } else if (event instanceof Skipped skipped) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("event", "skipped");
            object.put("seeder", skipped.seed());
            object.put("reason", skipped.reason());
            console.print("skipped  " + skipped.seed() + "  " + skipped.reason(), object);
        } else if (event instanceof Warned warned) {
            console.remark("! " + warned.seed() + ": " + warned.message());
        } else if (event instanceof Progressed progressed) {
            progress(progressed);
        }
    }

    private void done(Finished finished) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("event", "seeded");
        object.put("seeder", finished.seed());
        object.put("rows", finished.rows());
        object.put("ms", finished.duration().toMillis());
        String rows = finished.rows() == 0 ? "" : finished.rows() + (finished.rows() == 1 ? " row  " : " rows  ");
        console.print(
                "seeded  " + finished.seed() + "  " + rows + finished.duration().toMillis() + " ms", object);
    }

    private void progress(Progressed progressed) {
        Duration last = told.getOrDefault(progressed.seed(), Duration.ZERO);
        if (progressed.done() < progressed.total()
                && progressed.duration().minus(last).compareTo(PAUSE) >= 0) {
            told.put(progressed.seed(), progressed.duration());
            long rate = Math.max(1, Math.round(progressed.perSecond()));
            long left = progressed.total() - progressed.done();
            console.remark(progressed.seed() + ": " + progressed.done() + " of " + progressed.total() + ", " + rate
                    + " a second, " + (left + rate - 1) / rate + " s to go");
        }
    }
}
