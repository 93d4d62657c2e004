package io.falconet.evaluator.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    private static final CocoBox LEFT = new CocoBox(0, 0, 10, 10);
    private static final CocoBox NEARLY_LEFT = new CocoBox(1, 0, 10, 10);
    private static final CocoBox RIGHT = new CocoBox(50, 0, 10, 10);

    @Test
    void rightOnesLieOnTheDiagonal() {
        assertThat(counts(List.of(truth(0, LEFT)), List.of(found(0, 0.9, LEFT))))
                .isEqualTo(List.of(List.of(1L, 0L, 0L), List.of(0L, 0L, 0L), List.of(0L, 0L, 0L)));
    }

    @Test
    void aWrongClassIsCountedUnderTheRowOfTheTrueOne() {
        assertThat(counts(List.of(truth(0, LEFT)), List.of(found(1, 0.9, NEARLY_LEFT))))
                .isEqualTo(List.of(List.of(0L, 1L, 0L), List.of(0L, 0L, 0L), List.of(0L, 0L, 0L)));
    }

    @Test
    void missedObjectsAndFalseDetectionsAreBackground() {
        assertThat(counts(List.of(truth(0, LEFT)), List.of(found(1, 0.9, RIGHT))))
                .isEqualTo(List.of(List.of(0L, 0L, 1L), List.of(0L, 0L, 0L), List.of(0L, 1L, 0L)));
    }

    @Test
    void lowScoresAreNotCounted() {
        assertThat(counts(List.of(), List.of(found(1, 0.2, RIGHT))).get(2)).containsOnly(0L);
    }

    @Test
    void theBetterOverlapTakesTheObject() {
        List<List<Long>> counts =
                counts(List.of(truth(0, LEFT)), List.of(found(1, 0.9, NEARLY_LEFT), found(0, 0.5, LEFT)));

        assertThat(counts.get(0)).containsExactly(1L, 0L, 0L);
        assertThat(counts.get(2)).containsExactly(0L, 1L, 0L);
    }

    @Test
    void crowdsAreNeitherMissedNorWrong() {
        TrueObject crowd = new TrueObject(0, new CocoBox(0, 0, 100, 100), 5000, true);

        assertThat(counts(List.of(crowd), List.of(found(0, 0.9, LEFT), found(1, 0.9, RIGHT))))
                .isEqualTo(List.of(List.of(0L, 0L, 0L), List.of(0L, 0L, 0L), List.of(0L, 1L, 0L)));
    }

    private static List<List<Long>> counts(List<TrueObject> objects, List<FoundObject> found) {
        return ConfusionMatrix.of(2, List.of(new ScoredImage(1, objects, found)), 0.45, 0.25)
                .counts();
    }

    private static TrueObject truth(int classIndex, CocoBox box) {
        return new TrueObject(classIndex, box, box.area(), false);
    }

    private static FoundObject found(int classIndex, double score, CocoBox box) {
        return new FoundObject(classIndex, score, box);
    }
}
