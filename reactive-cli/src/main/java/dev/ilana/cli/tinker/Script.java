package dev.ilana.cli.tinker;

import dev.ilana.cli.console.Exit;
import java.util.List;

/** Runs sources one after the other; the first snippet that fails ends it. */
record Script(Shell shell, List<Source> sources) {

    int run() {
        for (Source source : sources) {
            SnippetReader snippets = new SnippetReader(shell.session().analysis(), source);
            for (Code code = snippets.next(); code != null; code = snippets.next()) {
                if (!shell.run(code, source)) {
                    return Exit.OK;
                }
            }
        }
        return Exit.OK;
    }
}
