package io.falconet.cluster.cli.score;

import io.falconet.cluster.cli.model.FittingInput;
import io.falconet.cluster.cli.model.Model;
import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.proxy.NetworkCost;
import io.falconet.evaluator.proxy.ScoreValue;
import io.falconet.evaluator.proxy.Scoring;
import io.falconet.evaluator.proxy.UntrainedScore;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import io.falconet.space.zoo.ZooNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The scores of models as a table, a row a model. */
record ModelScores(ScoringData data, int images, long seed) {
    /**
     * Scores them.
     *
     * @param input null for each model's own
     * @throws RequestException if one is no detector or does not take such images
     */
    Listing of(List<Model> models, Shape input) {
        List<Detector> detectors =
                models.stream().map(model -> detector(model, input)).toList();
        Scoring scoring = data.scoring(images, seed);
        Listing listing = new Listing(columns());
        for (int i = 0; i < detectors.size(); i++) {
            listing.row(row(models.get(i), detectors.get(i), scoring.of(detectors.get(i))));
        }
        return listing;
    }

    private Detector detector(Model model, Shape input) {
        ZooNetwork built = new FittingInput(model, model.classes() == 0 ? 0 : data.classes())
                .build(input == null ? model.image() : input);
        return new Detector(
                built.network(),
                built.format()
                        .orElseThrow(() -> new RequestException(
                                "A detector was expected, found %s, which detects nothing.".formatted(model.name()),
                                "nanodet-m or yolov5n.")));
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.of("model", "model"), Column.of("input", "input")));
        for (UntrainedScore score : Scoring.scores()) {
            if (isFree(score)) {
                columns.add(new Column(score.key(), score.label(), "%,d"));
            } else {
                columns.add(new Column(score.key(), score.label(), "%.3f"));
                columns.add(new Column(score.key() + "_ms", "ms", "%.0f"));
            }
        }
        return columns;
    }

    private static List<Object> row(Model model, Detector detector, List<ScoreValue> values) {
        List<Object> row = new ArrayList<>(
                List.of(model.name(), ImageSize.text(detector.network().input())));
        for (ScoreValue value : values) {
            if (isFree(value.score())) {
                row.add((long) value.value().orElseThrow());
            } else {
                row.add(orNull(value.value()));
                row.add(value.value().isPresent() ? value.took().toNanos() / 1e6 : null);
            }
        }
        return row;
    }

    private static Object orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /** Whether it follows from the network alone, in whole numbers and no time. */
    private static boolean isFree(UntrainedScore score) {
        return score instanceof NetworkCost;
    }
}
