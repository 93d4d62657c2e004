package io.falconet.dashboard.trial;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.falconet.dashboard.page.Facts;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.Moment;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.page.Places;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;

/** Where a trial's figures come from: all that is needed to believe them, or to get them again. */
final class ProvenancePanel extends Div {
    private static final long serialVersionUID = 1;

    /**
     * Of a trial.
     *
     * @param study its name
     */
    ProvenancePanel(String study, TrialRecord trial, Outcome outcome) {
        Facts facts = new Facts();
        Provenance from = outcome.provenance();
        if (!from.imported()) {
            facts.add("seed", Long.toString(from.seed()));
            facts.add("training", from.fidelity().words());
        }
        trial.promoted()
                .ifPresent(lower ->
                        facts.add("promoted from", new Anchor(Places.link(study, lower), study + ":" + lower)));
        facts.add("started", new Moment(from.started()));
        facts.add("took", Figures.duration(from.elapsed()));
        trial.reusedFrom()
                .ifPresent(source -> facts.add(
                        "taken from", new Anchor(Places.link(source.study(), source.number()), source.text())));
        if (outcome instanceof Evaluated evaluated) {
            evaluated.latency().filter(report -> !from.imported()).ifPresent(report -> device(facts, report));
        }
        facts.add("network", code(trial.networkId()));
        if (!from.imported()) {
            facts.add("data", code(from.dataFingerprint().isEmpty() ? Figures.NONE : from.dataFingerprint()));
            facts.add("Falconet", from.codeVersion());
        }
        from.versions().forEach(facts::add);
        add(new Panel(new Span("Provenance"), facts));
    }

    private static void device(Facts facts, LatencyReport report) {
        facts.add("timed on", report.device().name() + ": " + report.device().description());
        facts.add(
                "timing",
                "median of %d runs after %d to warm up; 95 %% interval %s to %s; median absolute deviation %s"
                        .formatted(
                                report.runs(),
                                report.warmupRuns(),
                                Figures.millis(report.lowNanos() / 1e6),
                                Figures.millis(report.highNanos() / 1e6),
                                Figures.millis(report.madNanos() / 1e6)));
        report.disturbance()
                .ifPresent(what -> facts.add("disturbed", what + " in every round; maybe measure it again"));
    }

    private static Span code(String text) {
        Span code = new Span(text);
        code.addClassName("code");
        return code;
    }
}
