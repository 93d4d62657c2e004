package io.falconet.space.search.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.space.space.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutcomeModelTest {
    private static final List<Choice> CHOICES = List.of(
            Choice.of("width", 16, 24, 32, 48, 64),
            new Choice("block", List.of("ghost", "gsconv", "dla")),
            new Choice("neck", List.of("ghost", "gsconv", "dla")));

    @Test
    void covariancesAreASumOfKernels() {
        Traits known = new Traits(2, new long[] {0b010_001}, new double[] {0.5}, new double[] {1, -1});
        Traits other = new Traits(2, new long[] {0b100_001}, new double[] {-0.5}, new double[] {0, 1});
        Kernel kernel = Kernel.usual();
        // agreement (1 + 0 - 0.25) / 3, difference (0 + 1 + 0.5) / 3, product (0 - 1) / 2, distance (1 + 4) / 2
        double covariance =
                1 + 0.3 * 0.25 + 0.5 * Math.exp(-2.1 * 0.5) + 0.1 * -0.5 + 0.5 * Math.exp(-2.5 / (2 * 0.81));
        double variance = 1 + 0.3 * 0.75 + 0.5 + 0.1 * 1 + 0.5;
        double own = 1 + 0.3 * 0.75 + 0.5 + 0.1 * 0.5 + 0.5;
        Kernel.Covariance of = kernel.covariance();
        assertThat(of.of(known.likeness(other))).isEqualTo(covariance, within(1e-12));
        assertThat(of.of(known.likeness(known))).isEqualTo(variance, within(1e-12));
        assertThat(of.of(other.likeness(other))).isEqualTo(own, within(1e-12));
    }

    @Test
    void oneOutcomePullsByItsCovarianceAlone() {
        Experience known = experience(List.of(new int[] {0, 1, 2}));
        GatedKernel kernel = new GatedKernel(Kernel.usual(), new TraitReader(known), List.of(GateSet.NONE));
        Traits[] one = kernel.read(new int[] {0, 1, 2}, new double[0]);
        Traits[] other = kernel.read(new int[] {3, 1, 1}, new double[0]);
        double covariance = kernel.covariance(one, other);
        double noisy = kernel.covariance(one, one) + 0.02 + 1e-8;
        GaussianProcess process = new GaussianProcess(kernel);
        process.add(new int[] {0, 1, 2}, new double[0]);
        Belief belief =
                process.at(process.look(new int[] {3, 1, 1}, new double[0]), process.whitened(new double[] {2}));
        assertThat(belief.mean()).isEqualTo(2 * covariance / noisy, within(1e-9));
        assertThat(belief.deviation())
                .isEqualTo(Math.sqrt(kernel.covariance(other, other) - covariance * covariance / noisy), within(1e-9));
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
        LikenessFit fit = LikenessFit.usual(experience);
        for (int i = 0; i < 5; i++) {
            fit = fit.improved(experience, values, random);
        }
        OutcomeModel model = new OutcomeModel(new Acquaintance(fit).with(fit, experience), values);
        for (int[] network : unseen) {
            Prospect prospect = model.look(network, new double[0]);
            double mean = model.at(prospect).mean();
            assertThat(mean).isEqualTo(model.scale().score(truth(network)), within(0.4));
            assertThat(model.mean(prospect)).isEqualTo(mean, within(1e-9));
        }
    }

    @Test
    void whatIsInFlightIsTakenForKnown() {
        List<int[]> known = List.of(new int[] {0, 0, 0}, new int[] {4, 1, 2}, new int[] {2, 2, 1}, new int[] {3, 0, 2});
        double[] values = known.stream().mapToDouble(OutcomeModelTest::truth).toArray();
        List<int[]> pending = List.of(new int[] {1, 1, 1});
        Acquaintance acquaintance = new Acquaintance(LikenessFit.usual(experience(known)));
        Belief before = belief(acquaintance, known, values, pending.get(0));
        List<int[]> all = new ArrayList<>(known);
        all.addAll(pending);
        Belief after = belief(acquaintance, all, values, pending.get(0));
        assertThat(after.mean()).isEqualTo(before.mean(), within(1e-6));
        assertThat(after.deviation()).isLessThan(0.3 * before.deviation());
    }

    @Test
    void whatIsWorkedOutBitByBitIsTheSameAsAllAtOnce() {
        SplittableRandom random = new SplittableRandom(5);
        List<int[]> networks = random.ints(40, 0, 45)
                .mapToObj(i -> new int[] {i % 5, i / 5 % 3, i / 15})
                .toList();
        double[] values = networks.stream().mapToDouble(OutcomeModelTest::truth).toArray();
        LikenessFit fit = LikenessFit.usual(experience(networks));
        Acquaintance grown = new Acquaintance(fit);
        int[] asked = {4, 2, 0};
        for (int count = 5; count < 40; count += 7) {
            grown = grown.with(fit, experience(networks.subList(0, count)));
            Acquaintance fresh = new Acquaintance(fit).with(fit, experience(networks.subList(0, count)));
            double[] some = Arrays.copyOf(values, count);
            assertThat(new OutcomeModel(grown, some).at(grown.look(asked, new double[0])))
                    .isEqualTo(new OutcomeModel(fresh, some).at(fresh.look(asked, new double[0])));
        }
    }

    private static Belief belief(Acquaintance before, List<int[]> all, double[] values, int[] network) {
        Acquaintance acquaintance = before.with(LikenessFit.usual(experience(all.subList(0, 4))), experience(all));
        return new OutcomeModel(acquaintance, values).at(acquaintance.look(network, new double[0]));
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
