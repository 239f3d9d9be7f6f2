package dev.ilana.cli.tinker;

import dev.ilana.cli.code.FoundModel;
import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.console.Console;
import dev.ilana.cli.console.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the shell does itself: the lines that begin with a colon. */
record Commands(Console console, List<FoundModel> models, SqlEcho sql) {

    static final List<String> NAMES = List.of(":help", ":models", ":quit", ":sql");

    private static final String HELP = """
            Java as you would write it in a method; a Mono or Flux is awaited, and what it gives is shown.
            The models are imported, and db is the database.

            :models      lists the models with their tables
            :sql on|off  prints each statement with its time, or stops that
            :quit        ends it, as Ctrl-D does
            """;

    /**
     * Whether there is more to come.
     *
     * @throws CommandFailedException when there is no such command
     */
    boolean run(String command) {
        switch (command) {
            case ":quit" -> {
                return false;
            }
            case ":help" -> console.out().print(HELP);
            case ":models" -> listModels();
            case ":sql on" -> sql.turn(true);
            case ":sql off" -> sql.turn(false);
            default ->
                throw new CommandFailedException(
                        "there is no " + command + "; there are :help, :models, :sql on, :sql off and :quit");
        }
        console.out().flush();
        return true;
    }

    private void listModels() {
        if (console.json()) {
            models.forEach(model -> console.print("", object(model)));
        } else if (models.isEmpty()) {
            console.remark("No models.");
        } else {
            new TextTable(
                            List.of("Model", "Table"),
                            models.stream()
                                    .map(model ->
                                            List.of(name(model), model.table().name()))
                                    .toList())
                    .lines()
                    .forEach(console.out()::println);
        }
    }

    private static Map<String, @Nullable Object> object(FoundModel model) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("model", name(model));
        object.put("table", model.table().name());
        return object;
    }

    /** As snippets call it, such as {@code User.USERS}. */
    private static String name(FoundModel model) {
        Class<?> owner = model.owner();
        String prefix = owner.getPackageName().isEmpty() ? "" : owner.getPackageName() + ".";
        return owner.getName().substring(prefix.length()).replace('$', '.') + "." + model.constant();
    }
}
