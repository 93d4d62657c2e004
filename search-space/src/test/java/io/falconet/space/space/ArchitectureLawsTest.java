package io.falconet.space.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.block.Detector;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every point of the small-objects space. */
class ArchitectureLawsTest {
    private static final SearchSpace SPACE = SearchSpaces.named("small-objects");

    @Provide
    Arbitrary<Architecture> points() {
        return Architectures.of(SPACE);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyPointBuildsADetectorWithoutDeadBranches(@ForAll("points") Architecture point) {
        Detector detector = SPACE.detector(point, 3);
        Network network = detector.network();
        int input = point.number("input");
        assertThat(network.live()).isSameAs(network);
        assertThat(network.input().height()).isEqualTo(input);
        GflFormat format = (GflFormat) detector.format();
        assertThat(format.strides()).isEqualTo(strides(point)).allSatisfy(stride -> assertThat(network.outputShapes())
                .anySatisfy(shape -> assertThat(shape.height()).isEqualTo(input / stride)));
        assertThat(network.outputShapes())
                .allSatisfy(shape -> assertThat(shape.channels()).isEqualTo(format.channels()));
        assertThat(Complexity.of(network).parameters()).isBetween(20_000L, 10_000_000L);
    }

    private static List<Integer> strides(Architecture point) {
        return List.of(point.decision("levels").split("-")).stream()
                .map(Integer::valueOf)
                .toList();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void textParsesBack(@ForAll("points") Architecture point) {
        assertThat(Architecture.parse(point.text())).isEqualTo(point).hasToString(point.text());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void optionsAndDecisionsAreTheSame(@ForAll("points") Architecture point) {
        assertThat(SPACE.architecture(SPACE.options(point))).isEqualTo(point);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void buildingTwiceGivesOneNetwork(@ForAll("points") Architecture point) {
        Network once = SPACE.detector(point, 3).network();
        Network twice = SPACE.detector(point, 3).network();
        assertThat(twice).isEqualTo(once);
        assertThat(twice.id()).isEqualTo(once.id());
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void idsAreEqualExactlyWhereTheDecisionHasNoEffect(@ForAll("points") Architecture point) {
        String id = id(point);
        for (Choice choice : SPACE.choices()) {
            for (Architecture neighbour : neighbours(point, choice)) {
                assertThat(id(neighbour).equals(id))
                        .as("%s beside %s", neighbour, point)
                        .isEqualTo(withoutEffect(point, neighbour, choice.name()));
            }
        }
    }

    private static List<Architecture> neighbours(Architecture point, Choice choice) {
        List<Architecture> neighbours = new ArrayList<>();
        for (String option : choice.options()) {
            Map<String, String> decisions = new LinkedHashMap<>(point.decisions());
            if (!option.equals(decisions.put(choice.name(), option))) {
                neighbours.add(new Architecture(point.space(), decisions));
            }
        }
        return neighbours;
    }

    /** What the space says that it ignores. */
    private static boolean withoutEffect(Architecture point, Architecture neighbour, String choice) {
        if (!choice.startsWith("stage")) {
            return false;
        }
        String stage = choice.substring(0, "stage1".length());
        if (stage.equals("stage3") && !point.decision("levels").endsWith("32")) {
            return true;
        }
        if (choice.endsWith(".kernel")) {
            return point.decision(stage + ".block").equals("dla-basic");
        }
        return choice.endsWith(".depth")
                && point.decision(stage + ".aggregation").equals("dla")
                && Integer.highestOneBit(point.number(choice)) == Integer.highestOneBit(neighbour.number(choice));
    }

    private static String id(Architecture point) {
        return SPACE.detector(point, 3).network().id();
    }
}
