package io.falconet.space.search.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.space.search.surrogate.Traits.Likeness;
import io.falconet.space.space.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutcomeModelTest {
    private static final List<Choice> CHOICES = List.of(
            Choice.of("width", 16, 24, 32, 48, 64),
            new Choice("block", List.of("ghost", "gsconv", "dla")),
            new Choice("neck", List.of("ghost", "gsconv", "dla")));

    @Test
    void oneOutcomePullsLikeCandidatesByTheKernelAlone() {
        Traits known = new Traits(2, new long[] {0b010_001}, new double[] {0.5}, new double[] {1, -1});
        Traits other = new Traits(2, new long[] {0b100_001}, new double[] {-0.5}, new double[] {0, 1});
        Kernel kernel = Kernel.usual();
        // agreement (1 + 0 - 0.25) / 3, difference (0 + 1 + 0.5) / 3, product (0 - 1) / 2, distance (1 + 4) / 2
        double covariance =
                1 + 0.3 * 0.25 + 0.5 * Math.exp(-2.1 * 0.5) + 0.1 * -0.5 + 0.5 * Math.exp(-2.5 / (2 * 0.81));
        double variance = 1 + 0.3 * 0.75 + 0.5 + 0.1 * 1 + 0.5;
        double own = 1 + 0.3 * 0.75 + 0.5 + 0.1 * 0.5 + 0.5;
        GaussianProcess process = GaussianProcess.fit(kernel, Likenesses.among(List.of(known)), new double[] {2});
        Belief belief = process.at(new Resemblance(new Likeness[] {known.likeness(other)}, other.likeness(other)));
        double noisy = variance + 0.02 + 1e-8;
        assertThat(belief.mean()).isEqualTo(2 * covariance / noisy, within(1e-9));
        assertThat(belief.deviation()).isEqualTo(Math.sqrt(own - covariance * covariance / noisy), within(1e-9));
    }

    @Test
    void whatItLearnsHoldsForCandidatesThatItHasNotSeen() {
        SplittableRandom random = new SplittableRandom(3);
        List<int[]> options = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            options.add(new int[] {i % 5, i / 5 % 3, i / 15});
        }
        List<int[]> known = new ArrayList<>(options);
        List<int[]> unseen = new ArrayList<>();
        while (unseen.size() < 15) {
            unseen.add(known.remove(random.nextInt(known.size())));
        }
        double[] values = known.stream().mapToDouble(OutcomeModelTest::truth).toArray();
        Experience experience = experience(known);
        LikenessFit fit = LikenessFit.usual();
        for (int i = 0; i < 5; i++) {
            fit = fit.improved(experience, values);
        }
        Acquaintance acquaintance = new Acquaintance(experience, experience(List.of()));
        OutcomeModel model = OutcomeModel.of(acquaintance, values, fit);
        for (int[] network : unseen) {
            Resemblance resemblance = acquaintance.resemblance(network, new double[0]);
            double mean = model.at(resemblance).mean();
            assertThat(mean).isEqualTo(model.scale().score(truth(network)), within(0.4));
            assertThat(model.mean(resemblance)).isEqualTo(mean, within(1e-9));
        }
    }

    @Test
    void whatIsInFlightIsTakenForKnown() {
        List<int[]> known = List.of(new int[] {0, 0, 0}, new int[] {4, 1, 2}, new int[] {2, 2, 1}, new int[] {3, 0, 2});
        double[] values = known.stream().mapToDouble(OutcomeModelTest::truth).toArray();
        List<int[]> pending = List.of(new int[] {1, 1, 1});
        Belief before = belief(new Acquaintance(experience(known), experience(List.of())), values, pending.get(0));
        Belief after = belief(new Acquaintance(experience(known), experience(pending)), values, pending.get(0));
        assertThat(after.mean()).isEqualTo(before.mean(), within(1e-6));
        assertThat(after.deviation()).isLessThan(0.3 * before.deviation());
    }

    private static Belief belief(Acquaintance acquaintance, double[] values, int[] network) {
        return OutcomeModel.of(acquaintance, values, LikenessFit.usual())
                .at(acquaintance.resemblance(network, new double[0]));
    }

    /** To be minimised: width helps, like blocks in backbone and neck help, one block is bad anywhere. */
    private static double truth(int[] network) {
        return -network[0] - (network[1] == network[2] ? 2 : 0) + (network[1] == 2 || network[2] == 2 ? 3 : 0);
    }

    private static Experience experience(List<int[]> options) {
        return new Experience(
                CHOICES, options, options.stream().map(it -> new double[0]).toList());
    }
}
