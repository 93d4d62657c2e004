package io.falconet.evaluator.export.card;

import static io.falconet.evaluator.export.card.Markdown.code;

import io.falconet.evaluator.data.ObjectSizes;
import io.falconet.evaluator.export.ModelDescription;
import io.falconet.evaluator.export.Postprocessing;
import io.falconet.space.zoo.ZooNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a model is run, from an image's file to boxes in its pixels, and what decides whether objects are seen.
 *
 * @param readsItself whether there is a file of it that tells objects
 */
record UsageText(ModelDescription model, ZooNetwork built, String name, boolean readsItself) {
    /** A usual photo, for an example. */
    private static final int PHOTO_WIDTH = 1920;

    private static final int PHOTO_HEIGHT = 1080;

    void append(Markdown page) {
        page.heading(3, "How to run it");
        if (model.postprocessing().isPresent()) {
            page.commands("falconet predict %s.zip photo.jpg".formatted(name));
        }
        List<String> steps = new ArrayList<>(List.of(
                scaling(),
                normalising(),
                "Run the model. It gives, as 1 x channels x rows x columns:%s".formatted(outputs())));
        steps.add(DecodingText.of(built.format().orElseThrow()));
        model.postprocessing().map(UsageText::suppression).ifPresent(steps::add);
        steps.add("Divide the corners by s: boxes in pixels of the image.");
        page.steps(steps);
        if (readsItself) {
            page.paragraph(
                    "%s does steps 4 and 5 itself, by the thresholds in its metadata: it gives a row of x1, y1, x2, y2, score, class for each object."
                            .formatted(code(ModelCard.TOLD)));
        }
        page.heading(2, "Factors").paragraph(smallObjects());
    }

    private String scaling() {
        ModelDescription.Input input = model.input();
        return "Scale the image by s = min(%d / width, %d / height), aspect kept, averaging where it shrinks; lay it at the top left of %dx%d pixels (width x height) and fill the rest with %s."
                .formatted(input.width(), input.height(), input.width(), input.height(), values(input.padding()));
    }

    private String normalising() {
        ModelDescription.Input input = model.input();
        return "Order the colours %s, from 0 to 255; subtract %s, divide by %s. The tensor %s takes 1 x 3 x %d x %d (rows x columns) of them as 32-bit floats."
                .formatted(
                        input.colours(),
                        values(input.mean()),
                        values(input.deviation()),
                        code(input.name()),
                        input.height(),
                        input.width());
    }

    private static String values(List<?> colours) {
        return colours.stream().distinct().count() == 1 ? colours.get(0).toString() : colours.toString();
    }

    private String outputs() {
        return model.outputs().stream()
                .map(output -> "\n   - %s: 1 x %d x %d x %d, a cell every %d pixels"
                        .formatted(
                                code(output.name()),
                                output.channels(),
                                output.rows(),
                                output.columns(),
                                output.stride()))
                .collect(Collectors.joining());
    }

    private static String suppression(Postprocessing rule) {
        return "Leave out boxes that score %s or less. %s keep the best and leave out what overlaps it by an IoU over %s, then the next best, up to %d boxes. So it is scored; for pictures `falconet predict` leaves out what scores 0.3 or less."
                .formatted(
                        rule.score(),
                        rule.acrossClasses() ? "Over all classes" : "Class by class",
                        rule.overlap(),
                        rule.boxes());
    }

    private String smallObjects() {
        double scale = Math.min(
                (double) model.input().width() / PHOTO_WIDTH,
                (double) model.input().height() / PHOTO_HEIGHT);
        return "Size decides: detectors hardly see objects whose side (the square root of their box's area) is under %.0f pixels of the input. In a photo of %dx%d that is a side under %.0f pixels. Larger images can be looked at in tiles: `falconet predict %s.zip photo.jpg --tile`."
                .formatted(
                        ObjectSizes.HARD_SIDE,
                        PHOTO_WIDTH,
                        PHOTO_HEIGHT,
                        Math.ceil(ObjectSizes.HARD_SIDE / scale),
                        name);
    }
}
