package io.falconet.evaluator.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.falconet.evaluator.SharedFolder;
import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.TorchNetwork;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.block.DepthwiseSeparable;
import io.falconet.space.block.SqueezeExcite;
import io.falconet.space.block.dla.DlaBasic;
import io.falconet.space.block.dla.DlaTree;
import io.falconet.space.block.ghost.GhostBottleneck;
import io.falconet.space.block.ghost.GhostModule;
import io.falconet.space.block.gsconv.GsBottleneck;
import io.falconet.space.block.gsconv.GsConv;
import io.falconet.space.block.gsconv.GsShuffle;
import io.falconet.space.block.gsconv.VovGsCsp;
import io.falconet.space.block.shufflenet.ShuffleNetV2Unit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.zoo.ZooModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks and models of the catalog, run by PyTorch, give what their authors' code gives. */
class ReferenceVectorsTest {
    private static final Activation RELU = Activation.RELU;
    private static final Activation LEAKY = Activation.LEAKY_RELU;
    private static final Activation MISH = Activation.MISH;
    private static final GsShuffle FORKS = GsShuffle.EVEN_THEN_ODD;
    private static final String NEVER_USED = "(^|.*\\.)(res|project|shortcut|distribution_project|gfl_reg)\\..*";

    private record Case(String name, Block block, AuthorsNames names) {}

    @TestFactory
    Stream<DynamicTest> blocksGiveWhatTheirAuthorsGive() {
        SharedFolder.path("reference/vectors");
        return Stream.of(convolutions(), shuffleNet(), ghost(), gsConv(), dla())
                .flatMap(List::stream)
                .map(c -> dynamicTest(c.name(), () -> check(c)));
    }

    private static List<Case> convolutions() {
        return List.of(
                new Case("y5_conv_k3s1", conv(12, 3, 1, Activation.SILU), AuthorsNames.CONV_MODULE),
                new Case("y5_conv_k3s2", conv(12, 3, 2, Activation.SILU), AuthorsNames.CONV_MODULE),
                new Case(
                        "y5_conv_k6s2p2",
                        ConvUnit.of(new Conv(8, 6, 2, 2, 1, false), Activation.SILU),
                        AuthorsNames.CONV_MODULE),
                new Case("nd_convmodule", conv(12, 3, 1, LEAKY), AuthorsNames.CONV_MODULE),
                new Case("nd_dwconvmodule", new DepthwiseSeparable(12, 5, 2, LEAKY), AuthorsNames.SEPARABLE));
    }

    private static Block conv(int channels, int kernel, int stride, Activation activation) {
        return ConvUnit.of(Conv.dense(channels, kernel, stride), activation);
    }

    private static List<Case> shuffleNet() {
        return List.of(
                new Case("nd_shuffle_s1", new ShuffleNetV2Unit(16, 3, 1, LEAKY), AuthorsNames.SHUFFLENET),
                new Case("nd_shuffle_s2", new ShuffleNetV2Unit(24, 3, 2, LEAKY), AuthorsNames.SHUFFLENET),
                new Case("tv_shuffle_s2_relu", new ShuffleNetV2Unit(24, 3, 2, RELU), AuthorsNames.SHUFFLENET));
    }

    private static List<Case> ghost() {
        Block nanoDet = new GhostBottleneck(8, 8, 5, 1, 3, false, LEAKY);
        return List.of(
                new Case("gh_module", new GhostModule(12, 1, 2, 3, Optional.of(RELU)), AuthorsNames.GHOST),
                new Case("gh_se", SqueezeExcite.ghostNet(24), AuthorsNames.GHOST),
                new Case("gh_bneck_s1", new GhostBottleneck(24, 8, 3, 1, 3, false, RELU), AuthorsNames.GHOST),
                new Case("gh_bneck_s1_se", new GhostBottleneck(24, 8, 3, 1, 3, true, RELU), AuthorsNames.GHOST),
                new Case("gh_bneck_s2", new GhostBottleneck(24, 12, 3, 2, 3, false, RELU), AuthorsNames.GHOST),
                new Case("nd_ghostbottleneck", nanoDet, AuthorsNames.GHOST),
                new Case("nd_ghostblocks", nanoDet, AuthorsNames.GHOST));
    }

    private static List<Case> gsConv() {
        List<Case> cases = new ArrayList<>();
        for (String fork : List.of("gs5", "gs4", "gspaper")) {
            GsShuffle shuffle = fork.equals("gspaper") ? GsShuffle.INTERLEAVED : FORKS;
            Block narrowed = new VovGsCsp(16, 1, !fork.equals("gs5"), shuffle, MISH);
            cases.add(new Case(fork + "_gsconv_k1", gsConv(1, 1, shuffle), AuthorsNames.GSCONV));
            cases.add(new Case(fork + "_gsbottleneck", new GsBottleneck(8, 16, 3, shuffle, MISH), AuthorsNames.GSCONV));
            cases.add(new Case(fork + "_vovgscsp", narrowed, AuthorsNames.GSCONV));
        }
        cases.add(new Case("gs5_gsconv_k3s2", gsConv(3, 2, FORKS), AuthorsNames.GSCONV));
        cases.add(new Case("gs5_vovgscsp_n2", new VovGsCsp(16, 2, false, FORKS, MISH), AuthorsNames.GSCONV));
        return cases;
    }

    private static Block gsConv(int kernel, int stride, GsShuffle shuffle) {
        return new GsConv(16, kernel, stride, shuffle, Optional.of(MISH));
    }

    private static List<Case> dla() {
        return List.of(
                new Case("dla_basicblock_s1", new DlaBasic(8, 1, RELU), AuthorsNames.DLA),
                new Case("dla_tree1_basic", tree(1, false), AuthorsNames.DLA),
                new Case("dla_tree1_basic_lr", tree(1, true), AuthorsNames.DLA),
                new Case("dla_tree2_basic_lr", tree(2, true), AuthorsNames.DLA),
                new Case("dla_tree3_basic_lr", tree(3, true), AuthorsNames.DLA));
    }

    private static Block tree(int levels, boolean levelRoot) {
        return new DlaTree(
                (channels, stride) -> new DlaBasic(channels, stride, RELU), 16, levels, 2, levelRoot, false, RELU);
    }

    private static void check(Case c) {
        ReferenceVector vector = ReferenceVector.read(c.name());
        NetworkBuilder builder = NetworkBuilder.of(vector.input());
        Node out = c.block().append(builder, builder.input());
        Network network = builder.build(List.of(out));
        float[] given = predict(network, vector, c.names())[0];
        assertThat(ReferenceVector.largestDifference(given, vector.output())).isLessThan(vector.tolerance());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nanodet-m", "nanodet-m-0.5x"})
    void nanoDetGivesWhatItsAuthorsGive(String name) {
        ReferenceVector vector = ReferenceVector.read("m_" + name);
        Network network =
                ZooModel.named(name).recipe().build(vector.input(), 80).network();
        float[] given = cellByCell(predict(network, vector, AuthorsNames.NANODET), network.outputShapes());
        assertThat(ReferenceVector.largestDifference(given, vector.output())).isLessThan(vector.tolerance());
    }

    private static float[][] predict(Network network, ReferenceVector vector, AuthorsNames names) {
        Set<String> keys = network.nodes().stream()
                .flatMap(node -> node.weights().stream().map(node::key))
                .collect(Collectors.toSet());
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        vector.state().forEach((name, tensor) -> {
            String key = names.inCatalog(name);
            if (keys.contains(key)) {
                assertThat(tensors.put(key, tensor)).as("%s for %s", name, key).isNull();
            } else {
                assertThat(key).as("a tensor that the catalog leaves out").matches(NEVER_USED);
            }
        });
        try (TorchNetwork torch = new TorchNetwork(network, new Weights(tensors))) {
            return torch.predict(vector.inputValues(), 1);
        }
    }

    /** All levels in a row, the channels of each cell beside each other, as NanoDet gives them. */
    private static float[] cellByCell(float[][] levels, List<Shape> shapes) {
        int channels = shapes.get(0).channels();
        int size = Stream.of(levels).mapToInt(level -> level.length).sum();
        float[] flat = new float[size];
        int next = 0;
        for (float[] level : levels) {
            int cells = level.length / channels;
            for (int cell = 0; cell < cells; cell++) {
                for (int channel = 0; channel < channels; channel++) {
                    flat[next++] = level[channel * cells + cell];
                }
            }
        }
        return flat;
    }
}
