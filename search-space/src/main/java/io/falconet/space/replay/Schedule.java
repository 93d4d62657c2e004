package io.falconet.space.replay;

import io.falconet.space.search.strategy.Candidate;
import io.falconet.space.search.strategy.Lineage;
import io.falconet.space.search.strategy.Proposal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * A search on simulated workers, by the rule of the real one: a child is bred as soon as all outcomes are known from which it
 * is bred, at most lag are in flight, and whichever worker is free takes the next. Choosing takes no time.
 *
 * @param replay the search, with the lag of its workers
 * @param workers evaluations at the same time
 * @param times how long each takes
 */
public record Schedule(Replay replay, int workers, RunTimes times) {
    public Schedule {
        if (workers < 1 || replay.lag() < workers) {
            throw new IllegalArgumentException(
                    "At least 1 worker and a lag of at least as many as there are workers were expected, found %d and %d."
                            .formatted(workers, replay.lag()));
        }
    }

    /**
     * How it went.
     *
     * @param busy share of the workers' time spent on evaluations, from the start to the last end
     * @param busyUntilLastStart the same from the start to the start of the last evaluation, while there was work for all
     * @param duration from the start to the last end, in the unit of the run times
     * @param trace what was found, in the order of proposals
     */
    public record Played(double busy, double busyUntilLastStart, double duration, Trace trace) {}

    private record Running(int child, double start, double end) {
        double until(double moment) {
            return Math.max(0, Math.min(end, moment) - start);
        }
    }

    /** Plays it. */
    public Played run(long seed) {
        Lineage lineage = replay.lineage(seed);
        List<Candidate> children = new ArrayList<>();
        Queue<Integer> waiting = new ArrayDeque<>();
        PriorityQueue<Running> running = new PriorityQueue<>(Comparator.comparingDouble(Running::end));
        List<Running> all = new ArrayList<>();
        double now = 0;
        boolean exhausted = false;
        long proposing = 0;
        while (true) {
            while (!exhausted
                    && children.size() < replay.budget()
                    && waiting.size() + running.size() < replay.lag()
                    && lineage.nextMayBeBred()) {
                long start = System.nanoTime();
                Optional<Candidate> child = lineage.next().map(Proposal::candidate);
                proposing += System.nanoTime() - start;
                exhausted = child.isEmpty();
                child.ifPresent(it -> {
                    waiting.add(children.size());
                    children.add(it);
                });
            }
            while (!waiting.isEmpty() && running.size() < workers) {
                int child = waiting.remove();
                double takes = times.of(children.get(child).genome(), child, seed);
                Running started = new Running(child, now, now + takes);
                running.add(started);
                all.add(started);
            }
            Running next = running.poll();
            if (next == null) {
                break;
            }
            now = next.end();
            double[] point = replay.problem().point(children.get(next.child()).genome());
            lineage.told(next.child(), Optional.of(point));
        }
        List<double[]> points =
                children.stream().map(it -> replay.problem().point(it.genome())).toList();
        double lastStart = all.get(all.size() - 1).start();
        return new Played(
                busy(all, now),
                lastStart == 0 ? 1 : busy(all, lastStart),
                now,
                new Trace(replay.problem(), points, proposing / 1e6 / points.size()));
    }

    private double busy(List<Running> all, double moment) {
        return all.stream().mapToDouble(it -> it.until(moment)).sum() / (workers * moment);
    }
}
