package io.falconet.dashboard.trial;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import io.falconet.dashboard.page.Chip;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.Places;
import io.falconet.dashboard.page.Term;
import io.falconet.dashboard.page.Tile;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import java.util.Optional;

/** The top of a trial's page: its number, its state and its figures. */
final class TrialHeader extends Div {
    private static final long serialVersionUID = 1;

    /** @param operated by somebody who may have it trained in full */
    TrialHeader(StudyRecord study, TrialRecord trial, Optional<Evaluated> evaluated, boolean operated) {
        Div title = new Div(new H1("Trial " + trial.number()), Chip.of(trial.state(), study.state()));
        title.addClassName("title");
        trial.reusedFrom().ifPresent(source -> {
            Span taken = new Span("outcome taken from " + source.text() + ", which built the same network");
            taken.addClassName("remark");
            title.add(taken);
        });
        if (operated && evaluated.isPresent() && study.imported().isEmpty()) {
            title.add(promotion(study.name(), trial.number()));
        }
        add(title);
        evaluated.ifPresent(outcome -> add(tiles(outcome)));
    }

    private static Anchor promotion(String study, int trial) {
        Anchor promotion = new Anchor(Places.promotionOf(study, trial), "Train it in full");
        promotion.addClassName("action");
        promotion.setTitle("A new study with this network alone, to be trained for longer.");
        return promotion;
    }

    private static Div tiles(Evaluated outcome) {
        Accuracy accuracy = outcome.accuracy();
        Div tiles = new Div(
                new Tile(Term.map50To95())
                        .show(Figures.precision(accuracy.map50To95()), "mAP75 " + Figures.precision(accuracy.map75())),
                new Tile(Term.map50()).show(Figures.precision(accuracy.map50()), "overlap of at least half"),
                new Tile(Term.bySize())
                        .show(
                                Figures.precision(accuracy.mapSmall()),
                                "medium %s · large %s"
                                        .formatted(
                                                Figures.precision(accuracy.mapMedium()),
                                                Figures.precision(accuracy.mapLarge()))),
                outcome.latency()
                        .map(report ->
                                new Tile(Term.latency()).show(Figures.millis(report.medianMillis()), interval(report)))
                        .orElseGet(() -> new Tile(Term.latency()).show(Figures.NONE, "not measured")),
                new Tile(Term.parameters())
                        .show(
                                Figures.count(Objective.PARAMETERS.value(outcome)),
                                known(outcome.complexity().parametersFused(), " with norms folded")),
                new Tile(Term.macs())
                        .show(
                                Figures.count(Objective.MACS.value(outcome)),
                                known(2 * Objective.MACS.value(outcome), " FLOPs")));
        outcome.scores()
                .forEach((score, value) ->
                        tiles.add(new Tile(Term.score(score)).show(Figures.score(value), "before it was trained")));
        tiles.addClassName("tiles");
        return tiles;
    }

    /** A count with its unit; nothing where nobody knows it. */
    private static String known(double count, String unit) {
        return count >= 0 ? Figures.count(count) + unit : "";
    }

    private static String interval(LatencyReport report) {
        if (report.lowNanos() == report.highNanos()) {
            return "on " + report.device().name() + ", without an interval";
        }
        return "%s to %s (95 %%), on %s"
                .formatted(
                        Figures.millis(report.lowNanos() / 1e6),
                        Figures.millis(report.highNanos() / 1e6),
                        report.device().name())
                .replaceFirst(" ms to", " to");
    }
}
