package dev.ilana.examples.benchmark;

import java.util.List;

/**
 * The samples of one workload; those at the same place were taken one after the other.
 *
 * @param workload its name
 * @param base what is compared with
 */
record Rounds(String workload, List<Sample> base, List<Sample> compared) {}
