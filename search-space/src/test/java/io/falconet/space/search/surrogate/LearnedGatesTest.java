package io.falconet.space.search.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.space.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Five edges of four operations, and another choice of which nothing is shared. */
class LearnedGatesTest {
    private static final List<String> OPERATIONS = List.of("none", "skip", "conv", "pool");
    private static final List<Choice> CHOICES = Stream.concat(
                    IntStream.range(0, 5).mapToObj(edge -> new Choice("edge" + edge, OPERATIONS)),
                    Stream.of(new Choice("head", List.of("light", "heavy"))))
            .toList();
    private static final SharedOptions SHARED = new SharedOptions(CHOICES);

    @Test
    void aChoiceThatDoesNotMatterCountsAsTheOptionThatSaysSo() {
        GateSet chain = GateSet.NONE.with(new Gate(0, List.of(1), 2)).with(new Gate(0, List.of(0), 1));
        assertThat(chain.effective(new int[] {0, 2, 2, 3, 1, 1}, SHARED))
                .as("one opens the other")
                .containsExactly(0, 0, 0, 3, 1, 1);
        assertThat(chain.effective(new int[] {1, 2, 2, 3, 1, 1}, SHARED)).containsExactly(1, 2, 2, 3, 1, 1);
        GateSet both = GateSet.NONE.with(new Gate(3, List.of(0, 1), 4));
        assertThat(both.effective(new int[] {3, 3, 0, 0, 0, 0}, SHARED)).containsExactly(3, 3, 0, 0, 3, 0);
        assertThat(both.effective(new int[] {3, 2, 0, 0, 0, 0}, SHARED)).containsExactly(3, 2, 0, 0, 0, 0);
    }

    @Test
    void gatesAreOfSharedOptionsAlone() {
        assertThat(SHARED.count()).isEqualTo(4);
        assertThat(SHARED.gates(0, new SplittableRandom(1)))
                .hasSize(5 * (4 + 6))
                .doesNotHaveDuplicates()
                .noneMatch(gate -> gate.gated() == 5 || gate.holders().contains(5));
        List<Choice> amounts = List.of(Choice.of("width", 1, 2), Choice.of("depth", 1, 2));
        assertThat(new SharedOptions(amounts).count()).isZero();
    }

    @Test
    void ofManyGatesSomeAreDrawn() {
        List<Choice> many = IntStream.range(0, 20)
                .mapToObj(edge -> new Choice("edge" + edge, OPERATIONS))
                .toList();
        assertThat(new SharedOptions(many).gates(2, new SplittableRandom(1)))
                .hasSize(120)
                .allMatch(gate -> !gate.holders().contains(gate.gated()));
    }

    @Test
    void whereOutcomesSayThatAChoiceDoesNotMatterThatIsLearned() {
        GateSet gates = fitted(LearnedGatesTest::gated).gates();
        for (int i = 0; i < 4; i++) {
            int[] dead = gates.effective(new int[] {0, i, 3 - i, 2, 1, 0}, SHARED);
            assertThat(dead).containsExactly(0, 0, 0, 2, 1, 0);
        }
        int[] alive = {2, 1, 3, 2, 1, 0};
        assertThat(gates.effective(alive, SHARED)).containsExactly(alive);
    }

    @Test
    void whereEachChoiceMattersNoGateIsLearned() {
        assertThat(fitted(LearnedGatesTest::plain).gates()).isEqualTo(GateSet.NONE);
    }

    @Test
    void theSameOutcomesTellTheSame() {
        assertThat(fitted(LearnedGatesTest::gated).gates())
                .isEqualTo(fitted(LearnedGatesTest::gated).gates());
    }

    @Test
    void whatGatesSayCountsAsFarAsTheyAreTrusted() {
        Experience some = new Experience(
                CHOICES,
                networks(20),
                networks(20).stream().map(it -> new double[0]).toList());
        GateSet gate = GateSet.NONE.with(new Gate(0, List.of(0), 1));
        TraitReader reader = new TraitReader(some);
        int[] one = {0, 1, 1, 1, 1, 0};
        int[] equal = {0, 2, 1, 1, 1, 0};
        assertThat(covariance(new GatedKernel(Kernel.usual(), reader, List.of(gate)), one, equal))
                .isGreaterThan(covariance(new GatedKernel(Kernel.usual(), reader, List.of(GateSet.NONE)), one, equal))
                .isLessThan(covariance(new GatedKernel(Kernel.usual().moved(7, 9), reader, List.of(gate)), one, equal));
    }

    private static double covariance(GatedKernel kernel, int[] one, int[] other) {
        return kernel.covariance(kernel.read(one, new double[0]), kernel.read(other, new double[0]));
    }

    private static LikenessFit fitted(ToDoubleFunction<int[]> truth) {
        List<int[]> networks = networks(150);
        List<double[]> features = networks.stream().map(it -> new double[0]).toList();
        double[] values = networks.stream().mapToDouble(truth).toArray();
        LikenessFit fit = LikenessFit.usual(new Experience(CHOICES, networks, features));
        for (int count = 50; count <= 150; count += 50) {
            Experience first = new Experience(CHOICES, networks.subList(0, count), features.subList(0, count));
            fit = fit.improved(first, Arrays.copyOf(values, count), new SplittableRandom(count));
        }
        return fit;
    }

    private static List<int[]> networks(int count) {
        SplittableRandom random = new SplittableRandom(8);
        return Stream.generate(() -> CHOICES.stream()
                        .mapToInt(choice -> random.nextInt(choice.options().size()))
                        .toArray())
                .limit(count)
                .toList();
    }

    /** Nothing on the first edge makes what is on the next two of no use. */
    private static double gated(int[] network) {
        return network[0] == 0 ? 4 + effect(3, network[3]) + effect(4, network[4]) + network[5] : plain(network);
    }

    private static double plain(int[] network) {
        return IntStream.range(0, 5)
                        .mapToDouble(edge -> effect(edge, network[edge]))
                        .sum()
                + network[5];
    }

    private static double effect(int edge, int operation) {
        return new double[] {2, 0.7, -1.5, 0}[(operation + edge * edge) % 4];
    }
}
