package dev.ilana.examples.benchmark;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM in which one contestant works, and which rests while others do. In a JVM that all share, the compiler would know the code
 * that they have in common, as Reactor's and the drivers', by what all of them do with it, and make each slower than it is in a
 * service of its own (JMH forks for the same reason, see its sample {@code JMHSample_12_Forking}).
 */
final class Lane implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(20);

    private final String contestant;
    private final Process process;
    private final ObjectOutputStream orders;
    private final ObjectInputStream answers;
    private final List<String> workloads;

    private Lane(LaneWorker.Entry entry) throws IOException {
        this.contestant = entry.contestant();
        this.process = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.orders = new ObjectOutputStream(process.getOutputStream());
        orders.flush();
        this.answers = new ObjectInputStream(process.getInputStream());
        this.workloads = ask(entry, LaneWorker.Ready.class).workloads();
    }

    /**
     * With the flags of this JVM. Blocks until the contestant is open.
     *
     * @throws IllegalStateException when it can't be
     */
    static Lane open(LaneWorker.Entry entry) {
        try {
            return new Lane(entry);
        } catch (IOException e) {
            throw new IllegalStateException("the JVM of " + entry.contestant() + " does not start", e);
        }
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-X") || argument.startsWith("-D"))
                .forEach(command::add);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), LaneWorker.class.getName()));
        return command;
    }

    /** Whether the contestant can do it. */
    boolean can(Workload workload) {
        return workloads.contains(workload.name());
    }

    /** One turn, or why there is none; blocks. */
    LaneWorker.Turned turn(Workload workload, int round, Duration time) {
        return ask(new LaneWorker.Turn(workload.name(), round, time), LaneWorker.Turned.class);
    }

    private <T> T ask(Serializable order, Class<T> answer) {
        try {
            orders.writeObject(order);
            orders.flush();
            return answer.cast(answers.readObject());
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("the JVM of " + contestant + " does not answer", e);
        }
    }

    /** It ends where there are no more orders. */
    @Override
    public void close() {
        try {
            orders.close();
            if (process.waitFor(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (IOException e) {
            // It has ended already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
