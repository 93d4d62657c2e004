package io.falconet.dashboard.lineage;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.Places;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Evaluated;
import java.util.Locale;

/** A link to a trial, with its figures in few words behind it. */
final class TrialLink extends Span {
    private static final long serialVersionUID = 1;

    TrialLink(String study, TrialRecord trial) {
        Span figures = new Span(figures(trial));
        figures.addClassName("remark");
        add(new Anchor(Places.link(study, trial.number()), "trial " + trial.number()), figures);
        addClassName("trial-link");
    }

    /** What came of a trial: {@code mAP50-95 0.412 · 4.31 ± 0.05 ms}. */
    static String figures(TrialRecord trial) {
        if (trial.outcome().orElse(null) instanceof Evaluated evaluated) {
            return "mAP50-95 " + Figures.precision(evaluated.accuracy().map50To95())
                    + evaluated
                            .latency()
                            .map(report -> " · " + Figures.latency(report))
                            .orElse("");
        }
        return trial.state().name().toLowerCase(Locale.ROOT);
    }
}
