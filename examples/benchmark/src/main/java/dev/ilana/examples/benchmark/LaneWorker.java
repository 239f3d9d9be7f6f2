package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Contestant;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What runs in the JVM of a {@link Lane}: takes orders and answers each. */
final class LaneWorker {

    private LaneWorker() {}

    /** The first order: who is to work where. */
    record Entry(String contestant, String url, Scale scale) implements Serializable {}

    /** The answer to it: the names of the workloads that the contestant can do. */
    record Ready(List<String> workloads) implements Serializable {}

    /** A turn at a workload. */
    record Turn(String workload, int round, Duration time) implements Serializable {}

    /** What came of it: a sample, or else why there is none. */
    record Turned(@Nullable Sample sample, @Nullable String failure) implements Serializable {}

    public static void main(String[] args) throws IOException, ClassNotFoundException {
        ObjectOutputStream answers = new ObjectOutputStream(System.out);
        answers.flush();
        // What else is printed is no answer.
        System.setOut(System.err);
        work(new ObjectInputStream(System.in), answers);
        System.exit(0);
    }

    private static void work(ObjectInputStream orders, ObjectOutputStream answers)
            throws IOException, ClassNotFoundException {
        Entry entry = (Entry) orders.readObject();
        try (Contestant<?, ?> contestant = Entrants.open(entry.contestant(), Address.of(entry.url()))) {
            Map<String, Workload> workloads = workloads(contestant, entry.scale());
            answer(answers, new Ready(List.copyOf(workloads.keySet())));
            while (true) {
                Turn turn = (Turn) orders.readObject();
                answer(answers, turned(contestant, Objects.requireNonNull(workloads.get(turn.workload())), turn));
            }
        } catch (EOFException e) {
            // No more orders.
        }
    }

    private static void answer(ObjectOutputStream answers, Serializable answer) throws IOException {
        answers.writeObject(answer);
        answers.flush();
    }

    private static Map<String, Workload> workloads(Contestant<?, ?> contestant, Scale scale) {
        Map<String, Workload> workloads = new LinkedHashMap<>();
        Stream.concat(
                        Workloads.all(scale).stream(),
                        Curves.all(scale).stream().flatMap(curve -> curve.workloads().stream()))
                .filter(workload -> workload.able().test(contestant))
                .forEach(workload -> workloads.put(workload.name(), workload));
        return workloads;
    }

    private static Turned turned(Contestant<?, ?> contestant, Workload workload, Turn turn) {
        try {
            return new Turned(Sample.of(() -> workload.run(contestant, turn.round(), turn.time())), null);
        } catch (OutOfMemoryError e) {
            return new Turned(null, "out of memory");
        } catch (RuntimeException e) {
            return new Turned(null, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }
}
