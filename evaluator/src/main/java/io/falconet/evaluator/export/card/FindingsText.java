package io.falconet.evaluator.export.card;

import static io.falconet.evaluator.export.card.Markdown.code;
import static io.falconet.evaluator.export.card.Markdown.plain;

import io.falconet.evaluator.export.Configuration;
import io.falconet.evaluator.export.Configuration.Measured;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Provenance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How a model was trained, what was measured of it, and how far that can be trusted. */
record FindingsText(Configuration configuration, String name) {
    private static final Set<Objective> ACCURACIES =
            EnumSet.of(Objective.MAP50_95, Objective.MAP50, Objective.MAP_SMALL);

    void append(Markdown page) {
        configuration.measured().ifPresentOrElse(measured -> measured(page, measured), () -> nothing(page));
        page.heading(2, "Ethical considerations")
                .paragraph(
                        "Not assessed. Falconet does not know what the images show, how they were collected, or whom decisions that rest on this model concern.");
        page.heading(2, "Caveats and recommendations").paragraph(caveat());
    }

    private void measured(Markdown page, Measured measured) {
        Provenance provenance = measured.provenance();
        page.heading(2, "Metrics")
                .paragraph(
                        "Average precision as COCO's evaluator counts it, the mean over all classes: mAP50-95 over IoU thresholds from 0.50 to 0.95, mAP50 at 0.50 alone, mAP small of objects under 32x32 pixels of the image.");
        page.heading(2, "Evaluation data")
                .paragraph("The data's validation part (the test part where there is none), after the last epoch.");
        page.heading(2, "Training data").paragraph(training(provenance));
        page.heading(2, "Quantitative analyses").table(figures(measured.objectives()));
        page.paragraph(measured.latency().map(FindingsText::latency).orElse("It was not timed."));
        page.paragraph("By class, on data of yours: `falconet evaluate %s.zip --data DATA`.".formatted(name));
    }

    private static void nothing(Markdown page) {
        page.heading(2, "Training data").paragraph("None: the weights are random.");
        page.heading(2, "Quantitative analyses").paragraph("Nothing was measured.");
    }

    private static String training(Provenance provenance) {
        return "Data %s (a digest of the images and annotations of the training and validation parts together). %s, recipe %s, seed %d, from %s. Started %s."
                .formatted(
                        code(provenance.dataFingerprint()),
                        provenance.fidelity().words(),
                        code(provenance.versions().getOrDefault(Provenance.RECIPE, "unknown")),
                        provenance.seed(),
                        provenance.versions().containsKey(Provenance.START)
                                ? "weights of SHA-256 "
                                        + code(provenance.versions().get(Provenance.START))
                                : "random weights",
                        provenance.started());
    }

    private static List<List<String>> figures(Map<String, Double> objectives) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("figure", "value"));
        objectives.forEach((key, value) -> Objective.of(key)
                .filter(ACCURACIES::contains)
                .ifPresent(
                        objective -> rows.add(List.of(objective.label(), String.format(Locale.ROOT, "%.4f", value)))));
        return rows;
    }

    private static String latency(LatencyReport report) {
        return String.format(
                Locale.ROOT,
                "Latency of one image, without pre- and post-processing: median %.3f ms, 95 %% interval %.3f to %.3f ms, %d runs, on %s: %s.%s",
                report.medianMillis(),
                report.lowNanos() / 1e6,
                report.highNanos() / 1e6,
                report.runs(),
                plain(report.device().name()),
                plain(report.device().description()),
                report.disturbance()
                        .map(what -> " Disturbed: " + plain(what) + ".")
                        .orElse(""));
    }

    private String caveat() {
        if (configuration.measured().isEmpty()) {
            return "Train it before anything else: `falconet train '%s' --data DATA`."
                    .formatted(configuration.model().architecture());
        }
        String brief = configuration.trial().isPresent()
                ? "A search trains each candidate briefly, to rank it: the accuracy is a stand-in for that of a long training. Train the architecture for longer before it decides anything: `falconet train '%s' --data DATA --epochs 100`. "
                        .formatted(configuration.model().architecture())
                : "";
        return brief
                + "The accuracy is what so much training gave, not the most that the architecture can give; it holds for images like those of the validation part; latency for the device above. Measure both where it will work: `falconet evaluate`, `falconet profile`.";
    }
}
