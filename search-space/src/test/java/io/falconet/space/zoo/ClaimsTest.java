package io.falconet.space.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Complexity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A claim is called right where rounding what the model costs, in one of the ways of counting, gives the printed digits. */
class ClaimsTest {
    private static final Pattern FIGURE = Pattern.compile("([0-9]+(?:\\.([0-9]+))?)\\s*([KMGB]).*");
    private static final Map<String, Integer> POWERS = Map.of("K", 3, "M", 6, "G", 9, "B", 9);

    @TestFactory
    Stream<DynamicTest> whatIsCalledRightIsRight() {
        return ZooModel.all().stream().flatMap(model -> model.claims().stream()
                .filter(Claim::right)
                .map(claim -> dynamicTest(model.name() + ": " + claim.where(), () -> check(model, claim))));
    }

    private static void check(ZooModel model, Claim claim) {
        Complexity complexity = claim.truth(model);
        long effective = Complexity.of(model.published().network().live()).parameters();
        assertThat(List.of(
                        complexity.parameters(),
                        complexity.parametersExecuted(),
                        complexity.parametersFused(),
                        effective))
                .as("parameters")
                .anyMatch(count -> rounds(count, claim.parameters()));
        assertThat(List.of(complexity.macs(), complexity.flops()))
                .as("operations")
                .anyMatch(count -> rounds(count, claim.operations()));
    }

    @ParameterizedTest
    @CsvSource({"n, 4.5G", "s, 16.5G", "m, 49.0G", "l, 109.1G", "x, 205.7G"})
    void yoloV5sTableCountsTwoOperationsForEachElementOfABatchNorm(String size, String printed) {
        ZooNetwork model = ZooModel.named("yolov5" + size).published();
        long normed = model.network().nodes().stream()
                .filter(node -> node.op() instanceof BatchNorm)
                .mapToLong(node -> node.shape().elements())
                .sum();

        assertThat(rounds(2 * (model.complexity().macs() + normed), printed)).isTrue();
    }

    private static boolean rounds(long count, String printed) {
        if (printed.isEmpty()) {
            return true;
        }
        Matcher figure = FIGURE.matcher(printed);
        assertThat(figure.matches()).as(printed).isTrue();
        int decimals = figure.group(2) == null ? 0 : figure.group(2).length();
        return BigDecimal.valueOf(count)
                        .movePointLeft(POWERS.get(figure.group(3)))
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .compareTo(new BigDecimal(figure.group(1)))
                == 0;
    }
}
