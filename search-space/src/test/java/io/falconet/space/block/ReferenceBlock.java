package io.falconet.space.block;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconet.space.block.dla.DlaBasic;
import io.falconet.space.block.dla.DlaRoot;
import io.falconet.space.block.dla.DlaTree;
import io.falconet.space.block.ghost.GhostBottleneck;
import io.falconet.space.block.ghost.GhostModule;
import io.falconet.space.block.gsconv.GsBottleneck;
import io.falconet.space.block.gsconv.GsConv;
import io.falconet.space.block.gsconv.GsShuffle;
import io.falconet.space.block.gsconv.VovGsCsp;
import io.falconet.space.block.nanodet.NanoDetHead;
import io.falconet.space.block.nanodet.PanNeck;
import io.falconet.space.block.shufflenet.ShuffleNetV2Unit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the reference counts, and the catalog's block for it. The entries' arguments are those of the authors'
 * constructors.
 */
record ReferenceBlock(JsonNode entry, Recipe recipe) {
    private static final Activation RELU = Activation.RELU;
    private static final GsShuffle SHUFFLE = GsShuffle.INTERLEAVED;

    /** Appends the block to its inputs. */
    @FunctionalInterface
    interface Recipe {
        List<Node> append(NetworkBuilder network, List<Node> inputs);
    }

    /** The catalog's block, if it has one. */
    static Optional<ReferenceBlock> of(JsonNode entry) {
        return new Arguments(entry).recipe().map(recipe -> new ReferenceBlock(entry, recipe));
    }

    List<Shape> inputs() {
        List<Shape> shapes = new ArrayList<>();
        entry.get("in_shapes").forEach(shape -> shapes.add(shape(shape)));
        return shapes;
    }

    /** The shape of the output, where it is a single map. */
    Optional<Shape> output() {
        JsonNode shape = entry.get("out_shapes");
        return shape.size() == 4 && shape.get(0).isInt() ? Optional.of(shape(shape)) : Optional.empty();
    }

    long parameters() {
        Shape project = deadProject();
        return entry.get("params_executed").asLong()
                - (long) deadProjects()
                        * (project.channels() + 2)
                        * output().map(Shape::channels).orElse(0);
    }

    long macs() {
        return entry.get("macs").asLong()
                - deadProjects()
                        * deadProject().channels()
                        * output().map(Shape::elements).orElse(0L);
    }

    /** How many projections the published tree computes and never uses: one for each level but the last. */
    private int deadProjects() {
        boolean tree = entry.get("block").asText().equals("Tree");
        boolean widens = tree
                && entry.get("args").get(2).asInt() != entry.get("args").get(3).asInt();
        return widens ? entry.get("args").get(0).asInt() - 1 : 0;
    }

    private Shape deadProject() {
        return inputs().get(0);
    }

    private static Shape shape(JsonNode nchw) {
        return new Shape(nchw.get(1).asInt(), nchw.get(2).asInt(), nchw.get(3).asInt());
    }

    @Override
    public String toString() {
        return "%s (%s) %s %s of %s"
                .formatted(
                        entry.get("block").asText(),
                        entry.get("variant").asText(),
                        entry.get("args"),
                        entry.get("kwargs"),
                        inputs());
    }

    /** Reads the authors' arguments. */
    private record Arguments(JsonNode entry) {
        Optional<Recipe> recipe() {
            String block = entry.get("block").asText();
            String variant = entry.get("variant").asText();
            return switch (block) {
                case "Conv", "ConvModule" ->
                    single(ConvUnit.of(
                            new Conv(number(1), number(2), number(3, 1), number(4, number(2) / 2), 1, false), RELU));
                case "DepthwiseConvModule" ->
                    single(new DepthwiseSeparable(number(1), number(2), option("stride", 1), RELU));
                case "GSConv" -> single(GsConv.of(number(1), number(2), number(3), RELU));
                case "GSBottleneck" ->
                    single(new GsBottleneck(
                            (int) (number(1) * entry.get("kwargs").path("e").asDouble(0.5)),
                            number(1),
                            3,
                            SHUFFLE,
                            RELU));
                case "VoVGSCSP" ->
                    single(
                            variant.equals("gsconv-yolov5")
                                    ? new VovGsCsp(number(1), number(2), false, SHUFFLE, RELU)
                                    : VovGsCsp.of(number(1), RELU));
                case "GhostModule" ->
                    single(new GhostModule(
                            number(1),
                            option("kernel_size", 1),
                            option("ratio", 2),
                            option("dw_size", 3),
                            Optional.of(RELU)));
                case "GhostBottleneck" ->
                    variant.equals("yolov5")
                            ? Optional.empty()
                            : single(ghost(number(1), number(2), option("dw_kernel_size", 3)));
                case "GhostBlocks" ->
                    entry.get("kwargs").isEmpty() ? single(ghost(number(1), number(1), 5)) : Optional.empty();
                case "SqueezeExcite" -> single(SqueezeExcite.ghostNet(number(0)));
                case "ShuffleV2Block" ->
                    variant.equals("nanodet/torchvision")
                            ? single(new ShuffleNetV2Unit(number(1), 3, number(2), RELU))
                            : Optional.empty();
                case "BasicBlock" -> single(new DlaBasic(number(1), number(2), RELU));
                case "Root" ->
                    Optional.of((network, maps) -> List.of(
                            new DlaRoot(number(1), entry.get("args").get(3).asBoolean(), RELU).append(network, maps)));
                case "Tree" ->
                    entry.get("args").get(1).asText().contains("BasicBlock") ? single(tree()) : Optional.empty();
                case "PAN" -> Optional.of((network, maps) -> new PanNeck(number(1)).append(network, maps));
                case "NanoDetHead" ->
                    entry.get("args").get(1).asBoolean()
                            ? Optional.of(
                                    (network, maps) -> NanoDetHead.of(96, 2, 3).append(network, maps, number(0)))
                            : Optional.empty();
                default -> Optional.empty();
            };
        }

        private GhostBottleneck ghost(int hidden, int channels, int kernel) {
            return new GhostBottleneck(
                    hidden,
                    channels,
                    kernel,
                    option("stride", 1),
                    3,
                    entry.get("kwargs").has("se_ratio"),
                    RELU);
        }

        private DlaTree tree() {
            boolean levelRoot = entry.get("kwargs").get("level_root").asBoolean();
            boolean rootResidual = entry.get("kwargs").get("root_residual").asBoolean();
            StageUnit node = (channels, stride) -> new DlaBasic(channels, stride, RELU);
            return new DlaTree(node, number(3), number(0), number(4), levelRoot, rootResidual, RELU);
        }

        private static Optional<Recipe> single(Block block) {
            return Optional.of((network, maps) -> List.of(block.append(network, maps.get(0))));
        }

        private int number(int index) {
            return entry.get("args").get(index).asInt();
        }

        private int number(int index, int otherwise) {
            return entry.get("args").path(index).asInt(otherwise);
        }

        private int option(String name, int otherwise) {
            return entry.get("kwargs").path(name).asInt(otherwise);
        }
    }
}
