package io.falconet.cluster.cli.score;

import io.falconet.cluster.cli.terminal.Json;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.evaluator.coco.CocoTruth;
import io.falconet.evaluator.metric.ClassFigures;
import io.falconet.evaluator.metric.CocoEvaluator;
import io.falconet.evaluator.metric.CocoScores;
import io.falconet.evaluator.metric.ConfusionMatrix;
import io.falconet.evaluator.metric.ScoredImage;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is to be said of scored detections: figures over all classes and of each, curves, who is taken for whom. */
final class ScoreReport {
    /** Classes up to which people can read a confusion matrix as a table. */
    private static final int FEW = 12;

    private static final Map<String, String> MEANINGS = meanings();

    private final CocoTruth truth;
    private final long images;
    private final CocoScores scores;
    private final ConfusionMatrix confusion;

    ScoreReport(CocoTruth truth, List<ScoredImage> images, double iou, double score) {
        this.truth = truth;
        this.images = images.size();
        this.scores = CocoEvaluator.scores(truth.classes(), images);
        this.confusion = ConfusionMatrix.of(truth.classes().size(), images, iou, score);
    }

    void print(OutputFormat format, PrintWriter out) {
        switch (format) {
            case text -> text(out);
            case json -> Json.print(new ScoreDocument(truth, images, scores, confusion).content(), out);
            case csv -> table(-1).print(format, out);
        }
        out.flush();
    }

    private void text(PrintWriter out) {
        out.println("%,d images, %,d objects, %,d detections".formatted(images, truth.objects(), scores.detections()));
        out.println();
        scores.figures()
                .byName()
                .forEach((name, value) -> out.println(String.format(
                        Locale.ROOT,
                        "%-6s %5s  %s",
                        name,
                        Double.isNaN(value) ? "–" : "%.3f".formatted(value),
                        MEANINGS.get(name))));
        out.println();
        table(Double.NaN).print(OutputFormat.text, out);
        out.println();
        if (truth.classes().size() <= FEW) {
            out.println("Rows are what an object is, columns what it is taken for, at IoU over %s and scores from %s:"
                    .formatted(confusion.iou(), confusion.score()));
            confusionTable().print(OutputFormat.text, out);
        } else {
            out.println("The confusion of %d classes is in --format json."
                    .formatted(truth.classes().size()));
        }
    }

    /** A row for all classes, and one for each. */
    private Listing table(double unknown) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("class", "class"),
                Column.of("id", "id"),
                new Column("objects", "objects", "%,d"),
                new Column("detections", "detections", "%,d")));
        scores.figures().byName().keySet().forEach(name -> columns.add(new Column(name, name, "%.3f")));
        columns.add(new Column("bestF1", "best F1", "%.3f"));
        columns.add(new Column("bestF1Score", "at score", "%.3f"));
        Listing listing = new Listing(columns);
        List<Object> all = new ArrayList<>();
        all.add("all");
        all.add(null);
        all.add(scores.classes().stream().mapToLong(ClassFigures::objects).sum());
        all.add(scores.detections());
        scores.figures().byName().values().forEach(value -> all.add(known(value, unknown)));
        all.add(null);
        all.add(null);
        listing.row(all);
        for (int c = 0; c < scores.classes().size(); c++) {
            ClassFigures one = scores.classes().get(c);
            List<Object> cells =
                    new ArrayList<>(List.of(one.name(), truth.categoryIds().get(c), one.objects(), one.detections()));
            one.figures().byName().values().forEach(value -> cells.add(known(value, unknown)));
            cells.add(known(one.bestF1().f1(), unknown));
            cells.add(known(one.bestF1().threshold(), unknown));
            listing.row(cells);
        }
        return listing;
    }

    private Listing confusionTable() {
        List<String> labels = ScoreDocument.labels(truth);
        List<Column> columns = new ArrayList<>(List.of(Column.of("truth", "")));
        labels.forEach(label -> columns.add(new Column(label, label, "%,d")));
        Listing listing = new Listing(columns);
        for (int row = 0; row < labels.size(); row++) {
            List<Object> cells = new ArrayList<>(List.of(labels.get(row)));
            cells.addAll(confusion.counts().get(row));
            listing.row(cells);
        }
        return listing;
    }

    static Double known(double value, double unknown) {
        return Double.isNaN(value) ? unknown : value;
    }

    private static Map<String, String> meanings() {
        return Map.ofEntries(
                Map.entry("AP", "precision, mean of IoU 0.50 to 0.95"),
                Map.entry("AP50", "precision at IoU 0.50"),
                Map.entry("AP75", "precision at IoU 0.75"),
                Map.entry("APs", "precision, objects up to 32² px"),
                Map.entry("APm", "precision, objects from 32² to 96² px"),
                Map.entry("APl", "precision, objects from 96² px"),
                Map.entry("AR1", "recall with 1 detection of a class an image"),
                Map.entry("AR10", "recall with 10"),
                Map.entry("AR100", "recall with 100"),
                Map.entry("ARs", "recall, objects up to 32² px"),
                Map.entry("ARm", "recall, objects from 32² to 96² px"),
                Map.entry("ARl", "recall, objects from 96² px"));
    }
}
