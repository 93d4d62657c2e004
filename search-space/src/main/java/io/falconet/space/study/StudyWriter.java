package io.falconet.space.study;

import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
import io.falconet.space.study.StudySpec.StrategySpec;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Writes studies as yaml that {@link StudyReader} reads back equal. The text is canonical: equal studies give equal texts,
 * with absolute paths and
 * nothing left to defaults but the usual recipe.
 */
public final class StudyWriter {
    /** The study as yaml. */
    public String write(StudySpec study) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("name", study.name());
        root.put("space", study.space());
        if (!study.choices().isEmpty()) {
            root.put("choices", new TreeMap<>(study.choices()));
        }
        if (!study.seeds().isEmpty()) {
            root.put("seeds", study.seeds());
        }
        root.put("data", data(study.data()));
        root.put("objectives", study.objectives().stream().map(Objective::key).toList());
        bounds(study, Direction.MINIMIZE).ifPresent(limits -> root.put("limits", limits));
        bounds(study, Direction.MAXIMIZE).ifPresent(floors -> root.put("floors", floors));
        root.put("strategy", strategy(study.strategy()));
        root.put("trials", study.trials());
        if (!study.recipe().equals(RecipeSpec.USUAL)) {
            root.put("recipe", recipe(study.recipe()));
        }
        root.put(
                "fidelity",
                section(
                        "epochs", study.fidelity().epochs(),
                        "images", images(study.fidelity()),
                        "batch", study.fidelity().batch()));
        if (!study.rungs().none()) {
            root.put(
                    "rungs",
                    study.rungs().below().stream()
                            .map(rung -> rung(rung, study.fidelity()))
                            .toList());
            root.put("promote", study.rungs().promote());
        }
        root.put("seed", study.seed());
        root.put(
                "device",
                section("name", study.device().name(), "threads", study.device().threads()));
        root.put("slots", study.slots());
        root.put("lag", study.lag());
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.AUTO)
                .setWidth(Integer.MAX_VALUE)
                .setSplitLines(false)
                .build();
        return new Dump(settings).dumpToString(root);
    }

    /** The limits of what is minimised, or of what is maximised; nothing where there are none. */
    private static Optional<Map<String, Object>> bounds(StudySpec study, Direction direction) {
        Map<String, Object> bounds = new LinkedHashMap<>();
        new TreeMap<>(study.limits()).forEach((objective, bound) -> {
            if (objective.direction() == direction) {
                bounds.put(objective.key(), plain(bound));
            }
        });
        return bounds.isEmpty() ? Optional.empty() : Optional.of(bounds);
    }

    private static Map<String, Object> strategy(StrategySpec strategy) {
        Map<String, Object> section = section("name", strategy.name(), "population", strategy.population());
        if (!strategy.scores().isEmpty()) {
            section.put("scores", strategy.scores().stream().map(Objective::key).toList());
        }
        return section;
    }

    private static Map<String, Object> data(StudySpec.DataSpec data) {
        return data.path().isEmpty()
                ? section("train", data.train(), "validation", data.validation(), "images", data.images())
                : section("path", data.path());
    }

    private static Object recipe(RecipeSpec recipe) {
        if (recipe.changes().isEmpty()) {
            return recipe.name();
        }
        Map<String, Object> section = section("name", recipe.name());
        recipe.changes().forEach((change, value) -> section.put(change.key(), plain(value)));
        return section;
    }

    /** A rung's epochs, and what else is not as in the full fidelity. */
    private static Object rung(Fidelity rung, Fidelity full) {
        Map<String, Object> section = section("epochs", rung.epochs());
        if (rung.images() != full.images()) {
            section.put("images", images(rung));
        }
        if (rung.pixels() != full.pixels()) {
            section.put("pixels", rung.pixels());
        }
        return section.size() == 1 ? (Object) rung.epochs() : section;
    }

    private static Object images(Fidelity fidelity) {
        return fidelity.images() == 0 ? "all" : (Object) fidelity.images();
    }

    private static Map<String, Object> section(Object... keysAndValues) {
        Map<String, Object> section = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            section.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return section;
    }

    /** The number without an exponent, in as many digits as it takes to read it back. */
    private static Number plain(double limit) {
        BigDecimal exact = new BigDecimal(Double.toString(limit)).stripTrailingZeros();
        return exact.scale() <= 0 ? exact.toBigIntegerExact() : limit;
    }
}
