package io.falconet.evaluator.export.card;

import static io.falconet.evaluator.export.card.Markdown.code;
import static io.falconet.evaluator.export.card.Markdown.count;
import static io.falconet.evaluator.export.card.Markdown.plain;

import io.falconet.evaluator.export.Configuration;
import io.falconet.evaluator.export.ModelDescription;
import io.falconet.evaluator.export.postprocess.DetectionGraph;
import io.falconet.space.zoo.ZooNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What whoever deploys a detector needs to know of it, as a page of Markdown under the headings of "Model Cards for Model
 * Reporting" (Mitchell et al., 2019). All of it follows from the configuration and the network; what Falconet does not know
 * it does not say. Equal detectors have equal cards.
 *
 * @param configuration of the detector, which names its files
 * @param built the network, read as the detector is
 * @param origin what else is known of where the architecture comes from, such as who published it
 * @param absent files that there are not, and why
 */
public record ModelCard(
        Configuration configuration, ZooNetwork built, Map<String, String> origin, Map<String, String> absent) {
    /** The file that tells objects itself. */
    static final String TOLD = DetectionGraph.OUTPUT + ".onnx";

    public ModelCard {
        origin = Collections.unmodifiableMap(new LinkedHashMap<>(origin));
        absent = Collections.unmodifiableMap(new LinkedHashMap<>(absent));
    }

    /** The page. */
    public String text() {
        Markdown page = new Markdown();
        page.heading(1, plain(name()));
        if (configuration.measured().isEmpty()) {
            page.warning("Random weights: nobody trained this model, and what it sees means nothing.");
        }
        ModelDescription model = configuration.model();
        page.paragraph(
                "A detector of %s in images of %dx%d pixels, written by Falconet. `configuration.json` says the same to programs."
                        .formatted(kinds(), model.input().width(), model.input().height()));
        details(page);
        page.heading(2, "Intended use")
                .paragraph("It is to find objects of these classes, by index: %s.".formatted(classes()))
                .paragraph(
                        "Images like those of its training data. Nothing else was tried, so what it sees on others is not known.");
        new UsageText(
                        configuration.model(),
                        built,
                        name(),
                        configuration.file(TOLD).isPresent())
                .append(page);
        new FindingsText(configuration, name()).append(page);
        files(page);
        return page.toString();
    }

    private String name() {
        return configuration.name().orElse("model");
    }

    private String kinds() {
        int count = configuration.model().classes().size();
        return count == 1 ? "1 kind of object" : count + " kinds of object";
    }

    private String classes() {
        List<String> names = configuration.model().classes();
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            numbered.add(i + " " + plain(names.get(i)));
        }
        return String.join(", ", numbered);
    }

    private void details(Markdown page) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("what", "value"));
        configuration.trial().ifPresent(trial -> rows.add(List.of("found by study:trial", code(trial))));
        origin.forEach((what, value) -> rows.add(List.of(plain(what), plain(value))));
        rows.add(List.of("architecture", code(configuration.model().architecture())));
        rows.add(List.of("network", code(configuration.model().networkId())));
        rows.add(List.of("parameters", count(built.complexity().parametersExecuted())));
        rows.add(List.of("multiply-accumulates", count(built.complexity().macs()) + " for one image"));
        configuration.measured().map(Configuration.Measured::provenance).ifPresent(provenance -> {
            rows.add(List.of("Falconet", code(provenance.codeVersion())));
            provenance.versions().forEach((what, version) -> rows.add(List.of(plain(what), code(version))));
        });
        page.heading(2, "Model details").table(rows);
        page.paragraph(
                "Licence: not known to Falconet. Learned weights carry what the owners of the training data ask for.");
    }

    private void files(Markdown page) {
        page.heading(2, "Files");
        if (!configuration.files().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("file", "what", "bytes", "SHA-256"));
            configuration
                    .files()
                    .forEach(file -> rows.add(List.of(
                            code(file.name()), purpose(file.name()), count(file.bytes()), code(file.sha256()))));
            page.table(rows);
        }
        page.paragraph("`configuration.json` names them all, this card too, with their digests.");
        if (!absent.isEmpty()) {
            page.paragraph(absent.entrySet().stream()
                    .map(file -> "There is no %s: %s".formatted(code(file.getKey()), plain(file.getValue())))
                    .collect(Collectors.joining("\n\n")));
        }
    }

    private static String purpose(String file) {
        String end = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (end) {
            case "onnx" -> file.equals(TOLD) ? "the same, which tells objects" : "inference by ONNX runtimes";
            case "param" -> "inference by ncnn: the layers";
            case "bin" -> "inference by ncnn: their values";
            case "safetensors" -> "every tensor by the name of its node";
            case "yaml" -> "the layers as a list in YOLOv5's form";
            case "log" -> "how the training went";
            case "json" -> "the runs that were timed";
            default -> "";
        };
    }
}
