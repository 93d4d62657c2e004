package io.falconet.space.study;

import io.falconet.space.outcome.Fidelity;
import io.falconet.space.yaml.YamlSection;
import io.falconet.space.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a study file that names the rungs below the full training.
 *
 * @param root of the file
 * @param full the fidelity that the highest rung leads to; what a rung does not name is as in it
 */
record Ascent(YamlSection root, Fidelity full) {
    private static final String RUNG = "{epochs: 2, images: 200, pixels: 0.5}";
    private static final String REMEDY = "Maybe the cheapest first, such as rungs: [2, 4] where fidelity has 8 epochs.";

    private record Step(YamlValue value, Fidelity fidelity) {}

    /** The rungs. Those that are no cheaper than the next are reported. */
    Rungs rungs() {
        Optional<YamlValue> named = root.find("rungs");
        Optional<YamlValue> promote = root.find("promote");
        if (named.isEmpty()) {
            promote.ifPresent(value -> value.problem(
                    "promote tells how many of a rung go on to the next, and there are no rungs.",
                    "Maybe add rungs: [2, 4]."));
            return Rungs.NONE;
        }
        List<Step> steps = new ArrayList<>();
        for (YamlValue item : named.get().items()) {
            fidelity(item).ifPresent(fidelity -> steps.add(new Step(item, fidelity)));
        }
        int one = promote.flatMap(value -> value.whole(Rungs.LEAST_PROMOTE, Integer.MAX_VALUE))
                .map(Long::intValue)
                .orElse(Rungs.USUAL_PROMOTE);
        return ascends(steps)
                ? Rungs.below(full, steps.stream().map(Step::fidelity).toList(), one)
                : Rungs.NONE;
    }

    private boolean ascends(List<Step> steps) {
        boolean ascends = true;
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            Step lower = steps.get(i);
            Step upper = last ? new Step(lower.value(), full) : steps.get(i + 1);
            Optional<String> objection = Rungs.objection(lower.fidelity(), upper.fidelity());
            objection.ifPresent(message -> upper.value().problem(message, REMEDY));
            ascends &= objection.isEmpty();
        }
        return ascends;
    }

    /** A number of epochs, or what differs from the full fidelity. */
    private Optional<Fidelity> fidelity(YamlValue value) {
        if (!value.isSection()) {
            return value.whole(1, Integer.MAX_VALUE, ", or keys such as " + RUNG)
                    .map(epochs -> rung(epochs.intValue(), full.images(), full.pixels()));
        }
        YamlSection section = value.section(RUNG).orElseThrow();
        int epochs = section.count("epochs", 1, full.epochs());
        int images = section.find("images").flatMap(Ascent::images).orElse(full.images());
        double pixels = section.find("pixels").flatMap(Ascent::pixels).orElse(full.pixels());
        section.close();
        return Optional.of(rung(epochs, images, pixels));
    }

    private Fidelity rung(int epochs, int images, double pixels) {
        return new Fidelity(epochs, images, full.batch(), epochs, pixels);
    }

    /** A number of images, or all of them: 0. */
    static Optional<Integer> images(YamlValue value) {
        return value.is("all")
                ? Optional.of(0)
                : value.whole(1, Integer.MAX_VALUE, " or all").map(Long::intValue);
    }

    private static Optional<Double> pixels(YamlValue value) {
        Optional<Double> pixels = value.positive();
        pixels.filter(part -> part > 1)
                .ifPresent(part -> value.problem(
                        "%s is a part of the side of an architecture's images, over 0 up to 1, found %s."
                                .formatted(value.path(), part),
                        "Maybe 0.5: a quarter of the pixels."));
        return pixels.filter(part -> part <= 1);
    }
}
