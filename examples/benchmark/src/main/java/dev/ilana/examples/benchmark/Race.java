package dev.ilana.examples.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs every workload, the contestants in turns. All are warm before the first is measured. */
final class Race {

    private final Map<String, Lane> lanes;
    private final Tables tables;
    private final Scale scale;
    private final Map<String, String> failures = new HashMap<>();

    Race(Map<String, Lane> lanes, Tables tables, Scale scale) {
        this.lanes = lanes;
        this.tables = tables;
        this.scale = scale;
    }

    /** Blocks. */
    List<Result> run(List<Workload> workloads) {
        workloads.forEach(this::warmUp);
        return workloads.stream()
                .map(workload -> rounds(workload, scale.rounds()))
                .toList();
    }

    /** Operations that take far longer than a turn are warm after fewer rounds. */
    private void warmUp(Workload workload) {
        Map<String, List<Sample>> samples = samples(workload);
        long enough = System.nanoTime()
                + scale.turn()
                        .multipliedBy(2L * scale.warmUps() * samples.size())
                        .toNanos();
        for (int round = 0; round < scale.warmUps() && (round == 0 || System.nanoTime() - enough < 0); round++) {
            round(workload, samples, round);
        }
    }

    private Result rounds(Workload workload, int rounds) {
        Map<String, List<Sample>> samples = samples(workload);
        for (int round = 0; round < rounds; round++) {
            round(workload, samples, round);
        }
        return new Result(
                workload,
                samples.entrySet().stream()
                        .map(entry -> outcome(workload, entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** A list for each that can do it, still empty. */
    private Map<String, List<Sample>> samples(Workload workload) {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        lanes.forEach((name, lane) -> {
            if (lane.can(workload)) {
                samples.put(name, new ArrayList<>());
            }
        });
        return samples;
    }

    private void round(Workload workload, Map<String, List<Sample>> samples, int round) {
        for (Map.Entry<String, List<Sample>> turn : order(samples, round)) {
            turn(workload, turn.getKey(), round, turn.getValue());
        }
    }

    /** Each round another begins. */
    private static <K, V> List<Map.Entry<K, V>> order(Map<K, V> contestants, int round) {
        List<Map.Entry<K, V>> turns = new ArrayList<>(contestants.entrySet());
        Collections.rotate(turns, -round);
        return turns;
    }

    /** One that has failed has no further turns at this workload. */
    private void turn(Workload workload, String name, int round, List<Sample> samples) {
        String key = workload.name() + name;
        if (failures.containsKey(key)) {
            return;
        }
        tables.prepare(workload.before());
        LaneWorker.Turned turned = Objects.requireNonNull(lanes.get(name)).turn(workload, round, scale.turn());
        if (turned.sample() != null) {
            samples.add(turned.sample());
        } else {
            failures.put(key, Objects.requireNonNull(turned.failure()));
        }
    }

    private Outcome outcome(Workload workload, String name, List<Sample> samples) {
        String failure = failures.get(workload.name() + name);
        return new Outcome(name, failure == null ? samples : List.of(), failure);
    }
}
