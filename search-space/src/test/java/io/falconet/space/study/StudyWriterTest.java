package io.falconet.space.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.study.StudySpec.DataSpec;
import io.falconet.space.study.StudySpec.DeviceSpec;
import io.falconet.space.study.StudySpec.StrategySpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class StudyWriterTest {
    @Property(tries = 300)
    void whatIsWrittenReadsBackEqual(
            @ForAll @NotEmpty String option,
            @ForAll long seed,
            @ForAll @IntRange(min = 1) int number,
            @ForAll @DoubleRange(min = 0.01, max = 1e15) double limit)
            throws StudyException {
        StudySpec study = study(option, seed, number, limit);
        String yaml = new StudyWriter().write(study);
        StudySpec back = new StudyReader().readStored(yaml);
        assertThat(back).isEqualTo(study);
        assertThat(new StudyWriter().write(back)).isEqualTo(yaml);
    }

    @Test
    void textIsCanonical() {
        assertThat(new StudyWriter().write(study("320", 7, 4, 2.5e6)))
                .isEqualTo(
                        """
                        name: pcb
                        space: small-objects
                        choices:
                          input: ['320']
                        seeds: ['320']
                        data: {train: /data/train.json, validation: /data/val.json, images: /data/images}
                        objectives: [map-small, macs]
                        limits: {macs: 2500000}
                        strategy: {name: random, population: 5}
                        trials: 4
                        fidelity: {epochs: 4, images: 4, batch: 4}
                        seed: 7
                        device: {name: local, threads: 4}
                        slots: 4
                        lag: 4
                        """);
    }

    private static Fidelity fidelity(int number) {
        return new Fidelity(number, number % 5 == 0 ? 0 : number, number);
    }

    /** Up to three: of a part of the epochs, of the images, of the pixels; none by odd seeds. */
    private static Rungs rungs(Fidelity full, long seed) {
        Random random = new Random(seed);
        List<Fidelity> below = new ArrayList<>();
        Fidelity above = full;
        while (below.size() < 3 && above.epochs() > 1 && seed % 2 == 0) {
            int epochs = 1 + random.nextInt(above.epochs() - 1);
            int images = random.nextBoolean() ? above.images() : Math.max(1, above.images() / 2);
            double pixels = random.nextBoolean() ? above.pixels() : above.pixels() * (0.5 + random.nextDouble() / 2);
            above = new Fidelity(epochs, images, full.batch(), epochs, pixels);
            below.add(0, above);
        }
        return below.isEmpty() ? Rungs.NONE : Rungs.below(full, below, 2 + random.nextInt(9));
    }

    @Test
    void rungsAreWrittenWithWhatDiffersFromTheFullTraining() {
        Fidelity full = new Fidelity(8, 0, 16);
        List<Fidelity> below =
                List.of(new Fidelity(2, 200, 16, 2, 0.5), new Fidelity(2, 0, 16, 2, 0.5), new Fidelity(4, 0, 16));
        assertThat(new StudyWriter().write(study("320", 7, 4, 2.5e6, full, Rungs.below(full, below, 3))))
                .contains(
                        """
                        fidelity: {epochs: 8, images: all, batch: 16}
                        rungs:
                        - {epochs: 2, images: 200, pixels: 0.5}
                        - {epochs: 2, pixels: 0.5}
                        - 4
                        promote: 3
                        """);
    }

    /** Every second one the usual. */
    private static RecipeSpec recipe(int number) {
        return number % 2 == 0
                ? RecipeSpec.USUAL
                : new RecipeSpec("yolov5", Map.of(RecipeChange.COPIES, number % 9.0, RecipeChange.MOSAIC, 0.25));
    }

    @Test
    void aRecipeIsWrittenWhereItIsNotTheUsualOne() {
        assertThat(new StudyWriter().write(study("320", 7, 3, 2.5e6)))
                .contains("recipe: {name: yolov5, mosaic: 0.25, copies: 3}\n");
    }

    private static StudySpec study(String option, long seed, int number, double limit) {
        return study(option, seed, number, limit, fidelity(number), rungs(fidelity(number), seed));
    }

    private static StudySpec study(String option, long seed, int number, double limit, Fidelity fidelity, Rungs rungs) {
        Map<Objective, Double> limits = new EnumMap<>(Objective.class);
        limits.put(new Random(seed).nextInt(4) == 0 ? Objective.PARAMETERS : Objective.MACS, limit);
        return new StudySpec(
                "pcb",
                "small-objects",
                Map.of("input", List.of(option)),
                List.of(option),
                new DataSpec("/data/train.json", "/data/val.json", "/data/images"),
                List.of(Objective.MAP_SMALL, Objective.MACS),
                limits,
                new StrategySpec("random", Math.max(2, number / 2 + 3)),
                number,
                recipe(number),
                fidelity,
                rungs,
                seed,
                new DeviceSpec("local", number),
                number,
                number);
    }
}
