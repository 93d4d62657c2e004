package io.falconet.results.imports;

import io.falconet.results.ImportedStudy;
import io.falconet.results.ImportedTrial;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.outcome.Pruned;
import io.falconet.space.problem.Spelling;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a trial of a file means. All of it is read, whatever is wrong; a wrong text leaves a fault behind.
 *
 * <p>A trial that ended well and lacks a value of an objective (empty, NaN, infinite) is taken for failed: no front could
 * hold it. Any other figure that is lacking is not known.
 */
final class TrialForm {
    private final FigureColumns columns;
    private final Times times;
    private final NetworkForm networks;
    private final String source;
    private final Instant now;
    private final Faults faults;
    private int incomplete;

    /**
     * @param file a short name that tells the file from others
     * @param source where the trials are read from, for people
     * @param now stands for times that nobody tells
     */
    TrialForm(FigureColumns columns, Times times, String file, String source, Instant now, Faults faults) {
        this.columns = columns;
        this.times = times;
        this.networks = new NetworkForm(file, faults);
        this.source = source;
        this.now = now;
        this.faults = faults;
    }

    /** How many trials so far ended well, but lack a value of an objective. */
    int incomplete() {
        return incomplete;
    }

    /** The space of the architectures so far, or of what stands in their place. */
    String space() {
        return networks.space();
    }

    /** The trial; nothing where something is wrong with it. */
    Optional<ImportedTrial> read(SourceTrial trial) {
        Optional<EndState> state = state(trial);
        Optional<Instant> started = time(trial, "of its start", trial.started(), times::instant);
        Optional<Instant> finished = time(trial, "of its end", trial.finished(), times::instant);
        Optional<Duration> told = time(trial, "that it took", trial.duration(), times::duration);
        Optional<NetworkForm.Network> network = networks.read(trial);
        if (started.isPresent() && finished.isPresent() && finished.get().isBefore(started.get())) {
            faults.add(
                    trial,
                    "an end at or after the start, %s, was expected, found %s."
                            .formatted(trial.started(), trial.finished()),
                    "Maybe the two columns changed places.");
        }
        Instant start = started.or(() -> finished.flatMap(end -> told.map(end::minus)))
                .or(() -> finished)
                .orElse(now);
        Instant end = finished.or(() -> started.map(begin -> begin.plus(told.orElse(Duration.ZERO))))
                .orElse(now);
        Provenance provenance = new Provenance(
                0,
                Provenance.IMPORTED,
                "",
                ImportedStudy.FIDELITY,
                Map.of(Provenance.IMPORTED, source),
                start,
                told.filter(known -> started.isEmpty() || finished.isEmpty()).orElse(Duration.between(start, end)));
        String words = TrialNote.of(trial);
        Optional<Outcome> outcome = state.flatMap(known -> outcome(trial, known, provenance, words));
        return outcome.isEmpty() || network.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ImportedTrial(network.get().text(), network.get().id(), outcome.get(), words, start, end));
    }

    private Optional<EndState> state(SourceTrial trial) {
        if (trial.state().isEmpty()) {
            return Optional.of(EndState.EVALUATED);
        }
        String word = trial.state().get();
        Optional<EndState> state = EndState.of(word);
        if (state.isEmpty()) {
            faults.add(
                    trial,
                    "a state was expected, one of %s, found \"%s\"."
                            .formatted(String.join(", ", EndState.known()), word),
                    Spelling.maybe(word, EndState.known()));
        }
        return state;
    }

    private <T> Optional<T> time(SourceTrial trial, String what, String text, Function<String, Optional<T>> read) {
        try {
            return read.apply(text);
        } catch (DateTimeException | ArithmeticException e) {
            faults.add(
                    trial,
                    "the time %s was expected, found \"%s\".".formatted(what, text),
                    "Maybe write it as 2026-03-01 10:00:00 or 2026-03-01T10:00:00Z, and what something took in seconds.");
            return Optional.empty();
        }
    }

    private Optional<Outcome> outcome(SourceTrial trial, EndState state, Provenance provenance, String words) {
        String reason = trial.reason().isEmpty() ? state.reason() : trial.reason();
        return switch (state.state()) {
            case EVALUATED -> evaluated(trial, provenance, words);
            case PRUNED -> Optional.of(new Pruned(reason + lastReport(trial), provenance));
            case INFEASIBLE -> Optional.of(new Infeasible(reason, provenance));
            case FAILED, RUNNING -> Optional.of(new Failed(reason, words, provenance));
        };
    }

    private static String lastReport(SourceTrial trial) {
        return trial.reported().keySet().stream()
                .max(Long::compare)
                .map(step -> "; at step %d it reported %s"
                        .formatted(step, trial.reported().get(step)))
                .orElse("");
    }

    private Optional<Outcome> evaluated(SourceTrial trial, Provenance provenance, String words) {
        Map<Figure, Double> values = new EnumMap<>(Figure.class);
        Optional<String> lacking = Optional.empty();
        boolean right = true;
        for (FigureColumn column : columns.columns()) {
            String text = trial.values().getOrDefault(column.column(), "");
            if (FigureColumn.missing(text)) {
                if (optimised(column)) {
                    lacking = lacking.or(() -> Optional.of("%s, which is %s, is %s"
                            .formatted(column.column(), column.figure().key(), text.isEmpty() ? "empty" : text)));
                }
            } else if (FigureColumn.number(text)) {
                right &= put(values, trial, column, text);
            } else {
                faults.add(
                        trial,
                        column.column(),
                        "a number was expected, found \"%s\".".formatted(text),
                        "Maybe another column is meant, or it has a decimal comma.");
                right = false;
            }
        }
        if (!right) {
            return Optional.empty();
        }
        if (lacking.isPresent()) {
            incomplete++;
            return Optional.of(new Failed(lacking.get(), words, provenance));
        }
        return Optional.of(new FigureValues(values).outcome(provenance));
    }

    private boolean put(Map<Figure, Double> values, SourceTrial trial, FigureColumn column, String text) {
        double value = column.value(text);
        Optional<Figure.Objection> objection = column.figure().objection(value, column.column());
        objection.ifPresent(wrong -> faults.add(
                trial,
                column.column(),
                "%s was expected, found %s."
                        .formatted(wrong.expected(), column.plain() ? text : Double.toString(value)),
                wrong.remedy()));
        values.put(column.figure(), value);
        return objection.isEmpty();
    }

    private boolean optimised(FigureColumn column) {
        Optional<Objective> objective = column.figure().objective();
        return objective.filter(columns.objectives()::contains).isPresent();
    }
}
