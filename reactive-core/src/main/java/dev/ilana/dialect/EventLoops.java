package dev.ilana.dialect;

import reactor.netty.resources.LoopResources;

/**
 * The threads on which the drivers of servers read and write, for all databases of this program.
 *
 * <p>Their number is odd. To make a connection Reactor Netty takes the next thread twice, once to ask it about the kind of
 * channel; of an even number only every other one would ever get a connection: a pool of eight was on two of four.
 */
final class EventLoops {

    /** How a driver is told to use them. */
    static final DriverOption OPTION = DriverOption.of(
            LoopResources.create("ilana", 1, LoopResources.DEFAULT_IO_WORKER_COUNT | 1, true, false), "loopResources");

    private EventLoops() {}
}
