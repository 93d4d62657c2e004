package io.falconet.cluster.cli.bench.zoo;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.compare.Contender;
import io.falconet.cluster.compare.Result;
import io.falconet.cluster.compare.Timing;
import io.falconet.latency.measure.Measurement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Times detectors, some of them in turns, with each number of images at a time, and says how it goes. */
final class ZooTimings {
    /** So many are measured in turns: their rounds lie apart, and what was measured is kept every minute or so. */
    private static final int IN_TURNS = 6;

    private final Console console;
    private final TimingShelf shelf;
    private final List<Integer> batches;
    private final Map<TimingJob, Measurement> measured = new LinkedHashMap<>();
    private final Map<Contender, String> troubles = new HashMap<>();
    private final long started = System.nanoTime();
    private int done;

    ZooTimings(Console console, TimingShelf shelf, List<Integer> batches) {
        this.console = console;
        this.shelf = shelf;
        this.batches = batches;
    }

    /** Times all of them. One that cannot be timed is told with its cause, and the others go on. */
    List<Result> results(List<ScoredEntrant> entrants) throws IOException, InterruptedException {
        List<TimingJob> jobs = entrants.stream()
                .flatMap(scored -> TimingJob.of(scored, batches).stream())
                .toList();
        List<TimingJob> open = new ArrayList<>();
        for (TimingJob job : jobs) {
            Optional<Measurement> kept = shelf.kept(job.key(), job.batch());
            kept.ifPresent(found -> measured.put(job, found));
            if (kept.isEmpty()) {
                open.add(job);
            }
        }
        for (int batch : jobs.stream().map(TimingJob::batch).distinct().toList()) {
            List<TimingJob> alike =
                    open.stream().filter(job -> job.batch() == batch).toList();
            for (int i = 0; i < alike.size(); i += IN_TURNS) {
                measure(alike.subList(i, Math.min(i + IN_TURNS, alike.size())), open.size());
            }
        }
        return entrants.stream().map(this::result).toList();
    }

    /** All measurements that the results stand on. */
    List<Measurement> measurements() {
        return List.copyOf(measured.values());
    }

    private void measure(List<TimingJob> jobs, int all) throws IOException, InterruptedException {
        try {
            List<Measurement> found = shelf.measure(
                    jobs.stream().map(TimingJob::key).toList(),
                    jobs.get(0).batch(),
                    jobs.stream().map(job -> job.onnx().get()).toList());
            for (int i = 0; i < jobs.size(); i++) {
                measured.put(jobs.get(i), found.get(i));
                done++;
                tell(jobs.get(i), Timing.of(found.get(i)), all);
            }
        } catch (RuntimeException | OutOfMemoryError broken) {
            if (jobs.size() > 1) {
                for (TimingJob job : jobs) {
                    measure(List.of(job), all);
                }
                return;
            }
            done++;
            TimingJob job = jobs.get(0);
            String why = "timing failed: " + GivenWeights.firstLine(broken);
            troubles.put(job.scored().entrant().contender(), why);
            console.say("%d of %d: %s, batch %d: %s", done, all, job.name(), job.batch(), why);
        }
    }

    private void tell(TimingJob job, Timing timing, int all) {
        console.say(
                "%d of %d timed: %s, batch %d: %s ms an image%s%s",
                done,
                all,
                job.name(),
                job.batch(),
                String.format(Locale.ROOT, "%.2f", timing.median()),
                timing.disturbance().map(what -> ", disturbed: " + what).orElse(""),
                left(all - done));
    }

    private String left(int open) {
        double minutes = (System.nanoTime() - started) / 60e9 / done * open;
        return open == 0 ? "" : String.format(Locale.ROOT, ", about %.0f min left", Math.ceil(minutes));
    }

    private Result result(ScoredEntrant scored) {
        Contender contender = scored.entrant().contender();
        List<TimingJob> jobs = TimingJob.of(scored, batches);
        Map<String, Timing> found = new HashMap<>();
        measured.forEach((job, measurement) -> {
            if (job.scored() == scored) {
                found.put(job.key() + job.batch(), Timing.of(measurement));
            }
        });
        Optional<TimingJob> second = jobs.stream().filter(job -> !job.first()).findFirst();
        List<Timing> timings = new ArrayList<>();
        for (TimingJob job : jobs) {
            Timing first = found.get(job.key() + job.batch());
            if (job.first() && first != null) {
                Optional<Timing> after = second.map(stage -> found.get(stage.key() + stage.batch()));
                if (second.isEmpty() || after.isPresent()) {
                    timings.add(after.map(first::plus).orElse(first));
                }
            }
        }
        Optional<String> trouble = Optional.ofNullable(troubles.get(contender))
                .map(why -> scored.trouble().map(before -> before + "; " + why).orElse(why))
                .or(scored::trouble);
        return new Result(contender, scored.accuracy(), scored.training(), trouble, bytes(scored), timings);
    }

    private static OptionalLong bytes(ScoredEntrant scored) {
        try {
            long second =
                    scored.entrant().secondOnnx().map(content -> content.length).orElse(0);
            return OptionalLong.of(scored.onnx().get().length + second);
        } catch (RuntimeException broken) {
            return OptionalLong.empty(); // its timing failed too, and says why
        }
    }
}
