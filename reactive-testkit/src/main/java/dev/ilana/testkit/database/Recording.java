package dev.ilana.testkit.database;

import dev.ilana.connection.QueryListener;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * The statements of one chain, whatever else the database does meanwhile: {@code chain.contextWrite(recording.watch())}. The
 * databases of the test kit tell of them; another one does by {@code Database.builder(url).withListener(Recording.LISTENER)}.
 */
public final class Recording {

    /** Tells of statements whose chain is watched. */
    public static final QueryListener LISTENER = query -> {
        Recording recording = query.context().<@Nullable Recording>getOrDefault(Recording.class, null);
        if (recording != null) {
            recording.statements.add(query.sql());
        }
    };

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();

    /** Records everything above it in a chain. */
    public Function<Context, Context> watch() {
        return context -> context.put(Recording.class, this);
    }

    /** The statements that have ended, in that order. */
    public List<String> statements() {
        return List.copyOf(statements);
    }
}
