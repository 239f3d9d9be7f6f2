package dev.ilana.testkit.database;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks for a server in the order that a person expects: what was named, then Docker, then binaries. */
final class ServerSearch {

    private static final Duration NAMED_PATIENCE = Duration.ofSeconds(10);
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final Function<String, @Nullable String> environment;

    ServerSearch(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    TestServer find(ServerProduct product) {
        String url = environment.apply(product.environmentVariable());
        // A server that was named but doesn't answer is a mistake to show, so nothing else is tried.
        return url == null || url.isBlank() ? start(product) : named(product, url.strip());
    }

    private static TestServer named(ServerProduct product, String url) {
        try {
            ServerAddress address = ServerAddress.parse(url, product.defaultPort());
            Readiness.await(product.adminUrl(address), NAMED_PATIENCE, () -> true);
            return new RunningServer(product, address);
        } catch (IllegalArgumentException | ServerUnavailableException e) {
            return new UnavailableServer(product.kind(), product.environmentVariable() + ": " + e.getMessage());
        }
    }

    private static TestServer start(ServerProduct product) {
        String reason = product.environmentVariable() + " is not set";
        try {
            return inDocker(product);
        } catch (ServerUnavailableException e) {
            reason += "; Docker: " + e.getMessage();
        }
        try {
            return fromBinaries(product);
        } catch (ServerUnavailableException e) {
            return new UnavailableServer(product.kind(), reason + "; binaries: " + e.getMessage());
        }
    }

    private static TestServer inDocker(ServerProduct product) throws ServerUnavailableException {
        ServerAddress address = Docker.run(product.container(), product.defaultPort());
        Readiness.await(product.adminUrl(address), START_PATIENCE, () -> true);
        return new RunningServer(product, address);
    }

    private static TestServer fromBinaries(ServerProduct product) throws ServerUnavailableException {
        LaunchedServer launched = product.launch(Machine.freePort());
        ServerProcess process = launched.process();
        try {
            Readiness.await(product.adminUrl(launched.address()), START_PATIENCE, process::alive);
            return new RunningServer(product, launched.address());
        } catch (ServerUnavailableException e) {
            process.stop();
            throw new ServerUnavailableException(e.getMessage() + "\n" + process.lastWords(), e);
        }
    }
}
