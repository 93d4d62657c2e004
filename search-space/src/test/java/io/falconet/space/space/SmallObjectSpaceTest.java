package io.falconet.space.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.NetworkText;
import io.falconet.space.testing.Golden;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmallObjectSpaceTest {
    private static final SearchSpace SPACE = SearchSpaces.named("small-objects");

    private static final String NANODET_M = "small-objects:input=320,levels=8-16-32,stem=pool,stem.width=24,"
            + "stage1.block=shufflenetv2,stage1.width=116,stage1.depth=4,stage1.kernel=3,stage1.aggregation=plain,"
            + "stage2.block=shufflenetv2,stage2.width=232,stage2.depth=8,stage2.kernel=3,stage2.aggregation=plain,"
            + "stage3.block=shufflenetv2,stage3.width=464,stage3.depth=4,stage3.kernel=3,stage3.aggregation=plain,"
            + "neck=pan,neck.width=96,head.width=96,head.depth=2,head.kernel=3";

    private static final String MIXED = "small-objects:input=160,levels=4-8-16-32,stem=conv,stem.width=16,"
            + "stage1.block=ghost,stage1.width=48,stage1.depth=2,stage1.kernel=5,stage1.aggregation=dla,"
            + "stage2.block=gsconv,stage2.width=96,stage2.depth=2,stage2.kernel=3,stage2.aggregation=plain,"
            + "stage3.block=dla-basic,stage3.width=128,stage3.depth=4,stage3.kernel=3,stage3.aggregation=dla,"
            + "neck=slim,neck.width=48,head.width=64,head.depth=1,head.kernel=5";

    @Test
    void nanoDetMIsAPointOfTheSpace() {
        Architecture published = Architecture.parse("zoo:model=nanodet-m,input=320");
        String id = SearchSpaces.named("zoo").detector(published, 80).network().id();
        assertThat(SPACE.detector(Architecture.parse(NANODET_M), 80).network().id())
                .isEqualTo(id);
    }

    @Test
    void everyKindOfBlockStandsAsGoldenText() {
        Golden.check(
                "small-objects-mixed",
                NetworkText.of(SPACE.detector(Architecture.parse(MIXED), 3).network()));
    }

    @Test
    void holdsMillionsOfPoints() {
        double points = SPACE.choices().stream()
                .mapToDouble(choice -> choice.options().size())
                .reduce(1, (a, b) -> a * b);
        assertThat(points).isGreaterThan(1e9);
    }

    @Test
    void kindsOfBlockCostAboutAsMuchAtOneWidth() {
        List<Long> parameters = UnitKind.OF_SMALL_OBJECTS.stream()
                .map(kind -> Complexity.of(SPACE.detector(allStages(kind), 3).network())
                        .parameters())
                .toList();
        long least = parameters.stream().min(Long::compare).orElseThrow();
        assertThat(parameters).allSatisfy(count -> assertThat(count).isLessThan(2 * least));
    }

    private static Architecture allStages(UnitKind kind) {
        String option = kind.option();
        return Architecture.parse(NANODET_M.replace("shufflenetv2", option));
    }

    @Test
    void everyCombinationOfAStageBuilds() {
        int first = indexOf("stage2.block");
        int[] options = SPACE.options(Architecture.parse(NANODET_M));
        Set<String> ids = new HashSet<>();
        int combinations = 4 * 6 * 4 * 2 * 2;
        for (int combination = 0; combination < combinations; combination++) {
            int rest = combination;
            for (int i = first; i < first + 5; i++) {
                int many = SPACE.choices().get(i).options().size();
                options[i] = rest % many;
                rest /= many;
            }
            ids.add(SPACE.detector(SPACE.architecture(options), 3).network().id());
        }
        int keptByKernel = 3 * 2 + 1;
        int keptByDepth = 6 * (4 + 3);
        assertThat(ids).hasSize(keptByKernel * keptByDepth);
    }

    private static int indexOf(String choice) {
        return SPACE.choices().stream().map(Choice::name).toList().indexOf(choice);
    }

    @Test
    void decisionsThatAreNotOfTheSpaceAreRefused() {
        refuses(NANODET_M.replace("neck=pan", "neck=bifpn"), "neck takes one of [pan, slim], found bifpn");
        refuses(NANODET_M.replace("small-objects:", "zoo:"), "no architecture of small-objects");
        refuses("small-objects:input=320", "no architecture of small-objects");
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> SPACE.detector(Architecture.parse(text), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aNarrowedSpaceKeepsNameAndOrder() {
        SearchSpace narrowed =
                new NarrowedSpace(SPACE, Map.of("input", List.of("320", "160"), "neck", List.of("slim")));
        assertThat(narrowed.name()).isEqualTo("small-objects");
        assertThat(narrowed.choices()).hasSameSizeAs(SPACE.choices());
        assertThat(narrowed.choices().get(0)).isEqualTo(Choice.of("input", 160, 320));
        Architecture first = narrowed.architecture(new int[SPACE.choices().size()]);
        assertThat(first.decision("neck")).isEqualTo("slim");
        assertThat(SPACE.options(first)).startsWith(1);
        assertThat(narrowed.detector(first, 3)).isEqualTo(SPACE.detector(first, 3));
    }

    @Test
    void narrowingToWhatIsNotThereIsRefused() {
        narrowingFails(Map.of("necks", List.of("pan")), "found \"necks\"");
        narrowingFails(Map.of("neck", List.of("fpn")), "neck takes one of pan, slim, found \"fpn\"");
        narrowingFails(Map.of("neck", List.of()), "needs at least one option");
    }

    private static void narrowingFails(Map<String, List<String>> kept, String message) {
        assertThatThrownBy(() -> new NarrowedSpace(SPACE, kept))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void unknownSpaceIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> SearchSpaces.named("big-objects"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("small-objects", "zoo", "big-objects");
    }
}
