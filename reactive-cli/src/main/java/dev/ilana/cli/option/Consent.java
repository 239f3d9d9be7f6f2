package dev.ilana.cli.option;

import dev.ilana.cli.console.CancelledException;
import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.schema.migrate.MigratorSettings;

/** The word of a person for what can't be taken back. It is not asked for where the command was forced. */
public record Consent(CommonOptions common, ProjectOptions project) {

    /** True when what destroys data may run: it was forced, or this is production and a person at a terminal says yes. */
    public boolean confirmed(boolean force, String what) {
        return force || (isProduction() && saidYes("This is production, and " + what + " destroys data."));
    }

    /**
     * Nothing, when what puts rows in may do so here: it is no production, was forced, or a person at a terminal says yes.
     *
     * @throws CommandFailedException when there is nobody to ask
     */
    public void agreedToSeed(boolean force) {
        if (isProduction()) {
            agreed(force, "this is production, and the seeders put rows in");
        }
    }

    /**
     * Nothing, when it was forced or a person at a terminal says yes.
     *
     * @throws CommandFailedException when there is nobody to ask
     */
    public void agreed(boolean force, String what) {
        if (!force && !saidYes(what + ".")) {
            throw new CommandFailedException(what + "; force it if that is what you want");
        }
    }

    private boolean isProduction() {
        return project.settings().environmentName().equalsIgnoreCase(MigratorSettings.PRODUCTION);
    }

    /**
     * False when there is nobody to ask.
     *
     * @throws CancelledException when the answer is another than yes
     */
    private boolean saidYes(String what) {
        String answer = common.ask(what + " Go on? (yes/no) ");
        if (answer != null && !answer.equals("yes")) {
            throw new CancelledException("cancelled; nothing was done");
        }
        return answer != null;
    }
}
