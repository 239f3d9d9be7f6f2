package dev.ilana.testkit.contract;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** All that this library writes to the log while it is open, at every level, with the errors that are logged. */
final class LogRecording extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Logger OURS = (Logger) LoggerFactory.getLogger("dev.ilana");

    private final @Nullable Level before = OURS.getLevel();
    private final boolean additive = OURS.isAdditive();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogRecording() {}

    static LogRecording open() {
        LogRecording recording = new LogRecording();
        recording.start();
        OURS.addAppender(recording);
        OURS.setLevel(Level.TRACE);
        // Nobody wants to read it on the console.
        OURS.setAdditive(false);
        return recording;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String error =
                event.getThrowableProxy() == null ? "" : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
        lines.add(event.getLevel() + " " + event.getFormattedMessage() + error);
    }

    /** The level, the message, and the stack trace where there is one. */
    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        OURS.detachAppender(this);
        OURS.setLevel(before);
        OURS.setAdditive(additive);
        stop();
    }
}
