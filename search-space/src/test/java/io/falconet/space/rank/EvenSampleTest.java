package io.falconet.space.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvenSampleTest {
    @Test
    void theBestAndTheWorstComeFirst() {
        assertThat(EvenSample.of(everyThird(20), 2)).containsExactly(0, 19);
    }

    @Test
    void halfIsOfTheFrontAndHalfOfTheRest() {
        List<Boolean> front = everyThird(48);
        List<Integer> chosen = EvenSample.of(front, 10);
        assertThat(chosen).doesNotHaveDuplicates().hasSize(10);
        assertThat(chosen.stream().filter(front::get)).hasSize(5);
    }

    @Test
    void noPartOfTheRanksIsLeftOut() {
        Random random = new Random(3);
        for (int networks = 12; networks < 80; networks += 7) {
            List<Boolean> front =
                    random.doubles(networks).mapToObj(x -> x < 0.3).collect(Collectors.toList());
            front.set(0, true);
            List<Integer> chosen = EvenSample.of(front, 10).stream().sorted().toList();
            int widest = IntStream.range(1, chosen.size())
                    .map(i -> chosen.get(i) - chosen.get(i - 1))
                    .max()
                    .orElseThrow();
            assertThat(widest).as("of %d", networks).isLessThanOrEqualTo(Math.max(2, networks * 3 / 10));
        }
    }

    @Test
    void aLargerSampleHoldsTheSmallerOne() {
        List<Boolean> front = everyThird(30);
        assertThat(EvenSample.of(front, 14)).startsWith(EvenSample.of(front, 9).toArray(Integer[]::new));
    }

    @Test
    void whereAllAreOnTheFrontAllAreTaken() {
        assertThat(EvenSample.of(Collections.nCopies(6, true), 10)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        assertThat(EvenSample.of(Collections.nCopies(6, false), 4)).hasSize(4).contains(0, 5);
    }

    private static List<Boolean> everyThird(int networks) {
        return IntStream.range(0, networks).mapToObj(i -> i % 3 == 0).toList();
    }
}
