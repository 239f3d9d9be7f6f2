package dev.ilana.cli.migrate;

import dev.ilana.cli.console.UsageException;
import dev.ilana.schema.migrate.Rollback;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --step}, {@code --to} and {@code --batch}: which migrations are taken back. */
final class RollbackOptions {

    @Option(
            names = "--step",
            paramLabel = "N",
            description = "Take back so many migrations, whichever run they are of.")
    private @Nullable Integer step;

    @Option(names = "--to", paramLabel = "NAME", description = "Take back those after that one, which stays.")
    private @Nullable String to;

    @Option(names = "--batch", paramLabel = "N", description = "Take back those of that run.")
    private @Nullable Integer batch;

    /**
     * The ones that were asked for, else the others.
     *
     * @throws UsageException when more than one way was said, or fewer than one step
     */
    Rollback orElse(Rollback otherwise) {
        if (Stream.of(step, to, batch).filter(Objects::nonNull).count() > 1) {
            throw new UsageException("--step, --to and --batch exclude each other");
        }
        if (step != null) {
            if (step < 1) {
                throw new UsageException("--step must be at least 1, not " + step);
            }
            return Rollback.steps(step);
        }
        if (to != null) {
            return Rollback.to(to);
        }
        return batch == null ? otherwise : Rollback.batch(batch);
    }
}
