package dev.ilana.testkit.contract;

import dev.ilana.testkit.database.Runner;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;

/** A driver's own connections to a test's database, as a user has them. */
final class OwnFactory {

    private OwnFactory() {}

    static ConnectionFactory of(Runner run) {
        String url = run.url();
        String place = url.substring(url.indexOf(':') + 1).replaceFirst("^mem:", "mem:///");
        return ConnectionFactories.get(
                "r2dbc:" + run.database().dialect().driver().name() + ":" + place);
    }
}
