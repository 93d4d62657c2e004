package io.falconet.space.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.study.StudySpec.DataSpec;
import io.falconet.space.study.StudySpec.DeviceSpec;
import io.falconet.space.study.StudySpec.StrategySpec;
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
                new Fidelity(number, number % 5 == 0 ? 0 : number, number),
                seed,
                new DeviceSpec("local", number),
                number,
                number);
    }
}
