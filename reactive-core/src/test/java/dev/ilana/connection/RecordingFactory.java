package dev.ilana.connection;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Statement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A driver that writes down what is called on its connections, and on which thread. */
final class RecordingFactory implements ConnectionFactory {

    /** {@code method sql} and the name of the thread. */
    record Call(String what, String thread) {}

    final List<Call> calls = new CopyOnWriteArrayList<>();
    private final ConnectionFactory driver;

    RecordingFactory(String r2dbcUrl) {
        this.driver = ConnectionFactories.get(r2dbcUrl);
    }

    List<String> calledInOrder() {
        return calls.stream().map(Call::what).toList();
    }

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.<Connection>from(driver.create()).map(connection -> recorded(Connection.class, connection, ""));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return driver.getMetadata();
    }

    private <T> T recorded(Class<T> type, T target, String suffix) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    calls.add(new Call(
                            method.getName() + suffix, Thread.currentThread().getName()));
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result == target) {
                            return proxy;
                        }
                        return method.getName().equals("createStatement") && arguments != null
                                ? recorded(Statement.class, (Statement) result, " " + arguments[0])
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }
}
