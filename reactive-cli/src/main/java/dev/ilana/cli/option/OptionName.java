package dev.ilana.cli.option;

import dev.ilana.cli.console.UsageException;
import dev.ilana.sql.Names;

/** What an option takes that is part of a name in the database. */
final class OptionName {

    private OptionName() {}

    /**
     * The text.
     *
     * @throws UsageException when it is no name, naming the option
     */
    static String check(String option, String text) {
        if (!Names.isName(text)) {
            throw new UsageException(option + " is a name of letters, digits and _, not " + text);
        }
        return text;
    }
}
