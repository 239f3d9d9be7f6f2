package dev.ilana.cli.tinker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/** Runs snippets in this process, and keeps what the last one gave or failed with, where JShell has only a text of it. */
final class InProcessControl extends DirectExecutionControl {

    private @Nullable Object value;
    private @Nullable Throwable error;

    InProcessControl(ClassLoader project) {
        super(new SnippetLoader(project));
    }

    /** For JShell, which asks for one once. */
    ExecutionControlProvider provider() {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "ilana-r";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                return InProcessControl.this;
            }
        };
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        try {
            value = snippet.invoke(null);
            return "";
        } catch (InvocationTargetException e) {
            error = e.getCause();
            throw e;
        }
    }

    /** Forgets what there was before. */
    void clear() {
        value = null;
        error = null;
    }

    /** What the snippet gave; null where that is null, or nothing. */
    @Nullable Object value() {
        return value;
    }

    /** What the snippet failed with; null when it did not. */
    @Nullable Throwable error() {
        return error;
    }
}
