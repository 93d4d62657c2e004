package io.falconet.space.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkIdTest {
    private static final Conv CONV = Conv.dense(3, 3, 1);
    private static final Conv POINTWISE = Conv.dense(3, 1, 1);

    private final NetworkBuilder network = NetworkBuilder.of(Shape.image(32, 32));
    private final Node input = network.input();

    @Test
    void isSixteenHexadecimalDigits() {
        assertThat(network.build(List.of(network.conv(input, CONV))).id()).matches("[0-9a-f]{16}");
    }

    @Test
    void namesDoNotMatter() {
        Node one = network.add("one", CONV, input);
        Node other = network.scope("other").add("name", CONV, input);
        assertThat(id(one)).isEqualTo(id(other));
    }

    @Test
    void deadBranchesDoNotMatter() {
        Node stem = network.add("stem", CONV, input);
        String alone = id(stem);
        network.add("dead", POINTWISE, stem);
        assertThat(id(stem)).isEqualTo(alone);
    }

    @Test
    void theOrderOfConstructionDoesNotMatter() {
        Node a = network.add("a", CONV, input);
        Node b = network.add("b", POINTWISE, input);
        Node ab = network.add("ab", new Concat(), a, b);
        Node d = network.add("d", POINTWISE, input);
        Node c = network.add("c", CONV, input);
        Node cd = network.add("cd", new Concat(), c, d);
        assertThat(id(ab)).isEqualTo(id(cd));
    }

    @Test
    void theOrderOfTermsDoesNotMatterToASum() {
        Node a = network.add("a", CONV, input);
        Node b = network.add("b", POINTWISE, input);
        assertThat(id(network.add("ab", new Add(), a, b))).isEqualTo(id(network.add("ba", new Add(), b, a)));
    }

    @Test
    void theOrderOfPartsMattersToAConcat() {
        Node a = network.add("a", CONV, input);
        Node b = network.add("b", POINTWISE, input);
        assertThat(id(network.add("ab", new Concat(), a, b))).isNotEqualTo(id(network.add("ba", new Concat(), b, a)));
    }

    @Test
    void theOrderOfOutputsMatters() {
        Node a = network.add("a", CONV, input);
        Node b = network.add("b", POINTWISE, input);
        assertThat(id(a, b)).isNotEqualTo(id(b, a));
    }

    @Test
    void sharingANodeIsNotRepeatingIt() {
        Node a = network.add("a", CONV, input);
        Node twin = network.add("twin", CONV, input);
        assertThat(id(network.add("shared", new Add(), a, a)))
                .isNotEqualTo(id(network.add("repeated", new Add(), a, twin)));
    }

    @Test
    void everyConstantMatters() {
        Node a = network.add("a", new Conv(3, 3, 1, 1, 1, false), input);
        Node biased = network.add("biased", new Conv(3, 3, 1, 1, 1, true), input);
        Node grouped = network.add("grouped", new Conv(3, 3, 1, 1, 3, false), input);
        Node strict = network.add("strict", new BatchNorm(1e-3, 0.1), a);
        Node standard = network.add("standard", BatchNorm.STANDARD, a);
        assertThat(List.of(id(a), id(biased), id(grouped), id(strict), id(standard)))
                .doesNotHaveDuplicates();
    }

    @Test
    void theImagesSizeMatters() {
        NetworkBuilder larger = NetworkBuilder.of(Shape.image(64, 64));
        assertThat(larger.build(List.of(larger.conv(larger.input(), CONV))).id())
                .isNotEqualTo(id(network.conv(input, CONV)));
    }

    private String id(Node... outputs) {
        return network.build(List.of(outputs)).id();
    }
}
