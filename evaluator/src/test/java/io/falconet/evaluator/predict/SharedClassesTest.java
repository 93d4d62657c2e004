package io.falconet.evaluator.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.coco.CocoTruth;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.metric.CocoBox;
import io.falconet.evaluator.metric.TrueObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedClassesTest {
    /** Two bolts; nothing is a nut. */
    private static final CocoTruth LABELS = new CocoTruth(
            List.of("nut", "bolt"),
            List.of(4L, 7L),
            List.of(new CocoTruth.Image(1, "1.png", 9, 9, List.of(bolt(), bolt()))),
            0);

    @Test
    void classesAreMatchedByNameInWhateverOrder() {
        SharedClasses shared = SharedClasses.of(List.of("bolt", "nut"), LABELS);

        assertThat(shared.byModel()).containsExactly(1, 0);
        assertThat(shared.truth()).isEqualTo(LABELS);
    }

    @Test
    void classesOfTheModelAloneAreAdded() {
        SharedClasses shared = SharedClasses.of(List.of("washer", "bolt"), LABELS);

        assertThat(shared.added()).containsExactly("washer");
        assertThat(shared.truth().classes()).containsExactly("nut", "bolt", "washer");
        assertThat(shared.truth().categoryIds()).containsExactly(4L, 7L, 8L);
        assertThat(shared.byModel()).containsExactly(2, 1);
    }

    @Test
    void objectsThatTheModelDoesNotKnowAreRefused() {
        assertThatThrownBy(() -> SharedClasses.of(List.of("nut"), LABELS))
                .isInstanceOf(DatasetException.class)
                .hasMessageContainingAll("[nut]", "[bolt]", "another set");
        assertThatThrownBy(() -> SharedClasses.of(List.of("Bolt"), LABELS))
                .hasMessageContaining("Maybe Bolt is written otherwise");
    }

    private static TrueObject bolt() {
        return new TrueObject(1, new CocoBox(1, 1, 2, 2), 4, false);
    }
}
