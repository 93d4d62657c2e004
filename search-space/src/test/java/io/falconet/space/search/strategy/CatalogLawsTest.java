package io.falconet.space.search.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.block.Detector;
import io.falconet.space.graph.Complexity;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.Choice;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.jenetics.Genotype;
import io.jenetics.Phenotype;
import io.jenetics.UniformCrossover;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for 10,000 random architectures of the catalog, 2,000 from each of five seeds. */
class CatalogLawsTest {
    private static final SearchSpace SPACE = SearchSpaces.named("catalog");
    private static final int DRAWS = 2_000;
    private static final int CLASSES = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyPointEncodesAndDecodesToItself(long seed) {
        forEachPoint(seed, point -> {
            assertThat(Architecture.parse(point.text())).isEqualTo(point).hasToString(point.text());
            assertThat(SPACE.architecture(SPACE.options(point))).isEqualTo(point);
            Genome genome = new Genome(SPACE.options(point));
            assertThat(DecisionChromosome.decode(DecisionChromosome.encode(SPACE.choices(), genome)))
                    .isEqualTo(genome);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyPointBuildsADetectorOfItsLevelsWithoutDeadNodes(long seed) {
        forEachPoint(seed, point -> {
            Detector detector = SPACE.detector(point, CLASSES);
            assertThat(detector.network().live()).isSameAs(detector.network());
            assertThat(detector.network().input().height()).isEqualTo(point.number("input"));
            assertThat(detector.format().strides()).isEqualTo(strides(point));
            Complexity complexity = Complexity.of(detector.network());
            assertThat(complexity.parameters()).isEqualTo(complexity.parametersExecuted());
            assertThat(complexity.macs()).isGreaterThan(complexity.parameters());
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void childrenOfPointsAreBuiltToo(long seed) {
        RandomGenerator random = new SplittableRandom(-seed);
        List<Architecture> parents = new ArrayList<>();
        forEachPoint(seed, parents::add);
        for (int i = 1; i < parents.size(); i++) {
            Architecture child = child(parents.get(i - 1), parents.get(i), random);
            assertThat(SPACE.options(child)).hasSameSizeAs(SPACE.choices());
            assertThat(SPACE.detector(child, CLASSES).format().strides()).isEqualTo(strides(child));
        }
    }

    @Test
    void idsAreEqualExactlyWhereADecisionHasNoEffect() {
        RandomGenerator random = new SplittableRandom(6);
        Set<String> withoutEffect = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            Architecture point = draw(random);
            String id = SPACE.detector(point, CLASSES).id();
            for (Choice choice : SPACE.choices()) {
                for (String option : choice.options()) {
                    Architecture other = with(point, choice.name(), option);
                    boolean same = SPACE.detector(other, CLASSES).id().equals(id);
                    assertThat(same).as("%s beside %s", other, point).isEqualTo(ignored(point, other, choice.name()));
                    if (same && !other.equals(point)) {
                        withoutEffect.add(choice.name());
                    }
                }
            }
        }
        assertThat(withoutEffect).contains("stage3.width", "neck.block", "neck.width", "neck.kernel", "head.kernel");
    }

    /** What the space says that it ignores. */
    private static boolean ignored(Architecture point, Architecture other, String choice) {
        if (point.equals(other)) {
            return true;
        }
        if (choice.startsWith("stage")) {
            return ignoredInStage(point, other, choice, choice.substring(0, "stage1".length()));
        }
        String neck = point.decision("neck");
        boolean asBackbone = neck.startsWith("yolo-");
        return switch (choice) {
            case "neck.block" -> !asBackbone;
            case "neck.width" -> asBackbone;
            case "neck.depth" -> !asBackbone && !neck.equals("ghost-pan");
            case "neck.kernel" -> !neck.equals("ghost-pan");
            case "head.width", "head.depth", "head.kernel" -> ignoredInHead(point, other, choice);
            default -> false;
        };
    }

    private static boolean ignoredInHead(Architecture point, Architecture other, String choice) {
        return switch (point.decision("head")) {
            case "yolov5" -> true;
            case "fcos" ->
                switch (choice) {
                    case "head.width" -> (point.number(choice) - 1) / 32 == (other.number(choice) - 1) / 32;
                    case "head.kernel" -> true;
                    default -> false;
                };
            default -> false;
        };
    }

    private static boolean ignoredInStage(Architecture point, Architecture other, String choice, String stage) {
        if (stage.equals("stage3") && !point.decision("levels").contains("32")) {
            return true;
        }
        String block = point.decision(stage + ".block");
        int depth = point.number(stage + ".depth");
        boolean tree = point.decision(stage + ".aggregation").equals("dla") && depth > 1;
        return switch (choice.substring(stage.length())) {
            case ".kernel" ->
                !List.of("shufflenetv2", "ghost", "gsconv", "mobilenetv3").contains(block);
            case ".width" -> channels(block, point.number(choice)) == channels(block, other.number(choice));
            case ".aggregation" -> depth == 1;
            case ".depth" -> tree && Integer.highestOneBit(depth) == Integer.highestOneBit(other.number(choice));
            default -> false;
        };
    }

    /** A fraction of the width, rounded up. */
    private static int channels(String block, int width) {
        return switch (block) {
            case "shufflenetv2" -> width;
            case "ghost", "gsconv" -> (width / 2 + 3) / 4 * 4;
            case "dla-basic", "mobilenetv3" -> (width / 4 + 3) / 4 * 4;
            default -> (width / 2 + 7) / 8 * 8;
        };
    }

    private static List<Integer> strides(Architecture point) {
        return List.of(point.decision("levels").split("\\+")[0].split("-")).stream()
                .map(Integer::valueOf)
                .toList();
    }

    private static void forEachPoint(long seed, Consumer<Architecture> law) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int i = 0; i < DRAWS; i++) {
            law.accept(draw(random));
        }
    }

    private static Architecture draw(RandomGenerator random) {
        return SPACE.architecture(SPACE.choices().stream()
                .mapToInt(choice -> random.nextInt(choice.options().size()))
                .toArray());
    }

    private static Architecture child(Architecture father, Architecture mother, RandomGenerator random) {
        ISeq<Phenotype<DecisionGene, Integer>> parents = ISeq.of(individual(father), individual(mother));
        Genotype<DecisionGene> child =
                RandomRegistry.with(random, it -> new UniformCrossover<DecisionGene, Integer>(1, 0.5)
                        .andThen(new DecisionMutator<>(3))
                        .alter(parents, 0)
                        .population()
                        .get(0)
                        .genotype());
        assertThat(child.isValid()).isTrue();
        return SPACE.architecture(DecisionChromosome.decode(child).options());
    }

    private static Phenotype<DecisionGene, Integer> individual(Architecture architecture) {
        return Phenotype.of(DecisionChromosome.encode(SPACE.choices(), new Genome(SPACE.options(architecture))), 0);
    }

    private static Architecture with(Architecture point, String choice, String option) {
        Map<String, String> decisions = new LinkedHashMap<>(point.decisions());
        decisions.put(choice, option);
        return new Architecture(point.space(), decisions);
    }
}
