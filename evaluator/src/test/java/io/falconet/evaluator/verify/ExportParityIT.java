package io.falconet.evaluator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.zoo.ZooModel;
import io.falconet.space.zoo.ZooModel.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small detectors give after their export what they gave before; {@code falconet verify --exports} proves the whole zoo. */
class ExportParityIT {
    /** Larger models consist of the same operators. */
    private static final long MOST_PARAMETERS = 8_000_000;

    @Test
    void publishedDetectorsGiveAfterExportWhatTheyGaveBefore() {
        List<ZooModel> detectors = ZooModel.all().stream()
                .filter(model -> model.task() == Task.DETECTION)
                .filter(model -> model.published().complexity().parameters() < MOST_PARAMETERS)
                .toList();
        List<Verdict> verdicts = new ExportParity(detectors, 160).verify(verdict -> {});

        assertThat(verdicts).hasSizeGreaterThan(40).allSatisfy(verdict -> {
            assertThat(verdict.problem()).isEmpty();
            assertThat(verdict.tolerance()).isEqualTo(1e-5);
            assertThat(verdict.deviation()).isPositive().isLessThanOrEqualTo(1e-5);
        });
    }
}
