package io.falconet.space.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.zoo.ZooModel;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SeedsTest {
    private static final SearchSpace SPACE = SearchSpaces.named("small-objects");

    @TestFactory
    Stream<DynamicTest> eachSeedIsTheNetworkOfItsZooModel() {
        return SearchSpaces.names().stream().map(SearchSpaces::named).flatMap(space -> space.seeds().entrySet().stream()
                .map(seed -> DynamicTest.dynamicTest(
                        space.name() + ": " + seed.getKey(), () -> assertThat(id(space, seed.getValue()))
                                .isEqualTo(ZooModel.named(seed.getKey())
                                        .published()
                                        .network()
                                        .id()))));
    }

    @Test
    void everySpaceHasSeeds() {
        assertThat(SPACE.seeds().keySet()).containsExactly("nanodet-m-0.5x", "nanodet-m");
        assertThat(SearchSpaces.named("zoo").seeds())
                .containsEntry("nanodet-m", Architecture.parse("zoo:model=nanodet-m,input=320"));
    }

    @Test
    void aSeedThatFitsStaysAsItIs() {
        assertThat(FittedSeed.named("nanodet-m", SPACE).architecture())
                .isEqualTo(SPACE.seeds().get("nanodet-m"));
    }

    @Test
    void anInputThatIsNotLeftBecomesTheNearest() {
        assertThat(fit(Map.of("input", List.of("160", "256", "416")))
                        .architecture()
                        .number("input"))
                .isEqualTo(256);
    }

    @Test
    void whatHasNoEffectTakesWhatIsLeft() {
        Architecture decided = Architecture.parse(SPACE.seeds()
                .get("nanodet-m")
                .text()
                .replace("8-16-32", "8-16")
                .replace("stage1.aggregation=plain", "stage1.aggregation=dla"));
        FittedSeed fitted = FittedSeed.of(
                decided,
                new NarrowedSpace(SPACE, Map.of("stage3.block", List.of("ghost"), "stage1.depth", List.of("3", "6"))));
        assertThat(fitted.refused()).isEmpty();
        assertThat(fitted.architecture().decision("stage3.block")).isEqualTo("ghost");
        assertThat(fitted.architecture().number("stage1.depth")).isEqualTo(6);
        assertThat(id(SPACE, fitted.architecture())).isEqualTo(id(SPACE, decided));
    }

    @Test
    void whatWouldBeAnotherNetworkIsRefused() {
        FittedSeed fitted = fit(Map.of("neck", List.of("slim"), "head.depth", List.of("1", "3")));
        assertThat(fitted.refused()).extracting(Choice::name).containsExactly("neck", "head.depth");
        assertThatThrownBy(
                        () -> FittedSeed.named("nanodet-m", new NarrowedSpace(SPACE, Map.of("neck", List.of("slim")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("nanodet-m", "neck", "slim", "Maybe");
        assertThatThrownBy(() -> FittedSeed.named("nanodet", SPACE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has the seeds nanodet-m-0.5x, nanodet-m, found \"nanodet\"");
    }

    @Test
    void anArchitecturesTextIsASeedAsItIs() {
        String text = SPACE.draw(new SplittableRandom(3)).text();

        assertThat(FittedSeed.named(text, SPACE).architecture().text()).isEqualTo(text);
        assertThatThrownBy(() -> FittedSeed.named(text.replaceFirst("input=\\d+", "input=1"), SPACE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("input takes one of");
    }

    private static FittedSeed fit(Map<String, List<String>> left) {
        return FittedSeed.of(SPACE.seeds().get("nanodet-m"), new NarrowedSpace(SPACE, left));
    }

    private static String id(SearchSpace space, Architecture architecture) {
        return space.detector(architecture, 80).network().id();
    }
}
