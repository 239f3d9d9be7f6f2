package dev.ilana.dialect;

import reactor.netty.ReactorNetty;
import reactor.netty.resources.LoopResources;

/**
 * The threads on which the drivers of servers read and write, for all databases of this program.
 *
 * <p>Their number is odd. To make a connection Reactor Netty takes the next thread twice, once to ask it about the kind of
 * channel; of an even number only every other one would ever get a connection: a pool of eight was on two of four. There are not
 * more of them than one for each processor and one: on two, five threads took a tenth more CPU for a transaction than three.
 */
final class EventLoops {

    /** How a driver is told to use them. */
    static final DriverOption OPTION =
            DriverOption.of(LoopResources.create("ilana", 1, number(), true, false), "loopResources");

    private EventLoops() {}

    private static int number() {
        return Integer.getInteger(
                        ReactorNetty.IO_WORKER_COUNT, Runtime.getRuntime().availableProcessors())
                | 1;
    }
}
