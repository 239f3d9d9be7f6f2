package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.work.GrowingWork;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** How costs grow with the number of rows, and of relations. */
final class Curves {

    private static final String CODE = "curve";
    private static final int LEAST = 10;
    private static final int USERS_OF_RELATIONS = 100;

    private Curves() {}

    /** By those of the contestants that do {@link GrowingWork}, all warm before the first is measured; blocks. */
    static List<Grown> run(Race race, Scale scale) {
        List<Curve> curves = all(scale);
        Iterator<Result> results = race.run(curves.stream()
                        .flatMap(curve -> curve.workloads().stream())
                        .toList())
                .iterator();
        return curves.stream().map(curve -> grown(curve, results)).toList();
    }

    private static Grown grown(Curve curve, Iterator<Result> results) {
        return new Grown(
                curve, curve.workloads().stream().map(unused -> results.next()).toList());
    }

    static List<Curve> all(Scale scale) {
        return List.of(
                Curve.of("users to a list", tens(scale.users()), Curves::users),
                Curve.of("events as a stream", tens(scale.events()), Curves::events),
                Curve.of(
                        "relations of " + USERS_OF_RELATIONS + " users",
                        IntStream.iterate(1, n -> n <= GrowingWork.RELATIONS, n -> n * 2),
                        Curves::relations));
    }

    private static IntStream tens(int most) {
        return IntStream.iterate(LEAST, n -> n <= most, n -> n * 10);
    }

    private static Workload users(int size) {
        return Workload.of(CODE, size + " users to a list", (contestant, number, random) -> contestant.read(size))
                .onlyFor(GrowingWork.class::isInstance);
    }

    private static Workload events(int size) {
        return growing(size + " events as a stream", contestant -> contestant.readEvents(size));
    }

    private static Workload relations(int size) {
        return growing(size + " relations", contestant -> contestant.readWithRelations(USERS_OF_RELATIONS, size));
    }

    private static Workload growing(String what, Function<GrowingWork, Mono<?>> work) {
        return Workload.of(CODE, what, (contestant, number, random) -> work.apply((GrowingWork) contestant))
                .onlyFor(GrowingWork.class::isInstance);
    }
}
