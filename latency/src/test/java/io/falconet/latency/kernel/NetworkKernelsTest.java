package io.falconet.latency.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Input;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Op;
import io.falconet.space.graph.Shape;
import io.falconet.space.zoo.ZooModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkKernelsTest {
    private final List<Node> nodes = new ArrayList<>();

    private Node add(String name, Op op, Node... inputs) {
        List<Shape> shapes = Arrays.stream(inputs).map(Node::shape).toList();
        Node node = new Node(name, op, Arrays.stream(inputs).map(Node::name).toList(), shapes, op.shape(shapes));
        nodes.add(node);
        return node;
    }

    private Node image() {
        Node node = new Node("image", new Input(new Shape(3, 32, 32)), List.of(), List.of(), new Shape(3, 32, 32));
        nodes.add(node);
        return node;
    }

    private List<Kernel> kernels(String... outputs) {
        return NetworkKernels.of(new Network(nodes, List.of(outputs)));
    }

    private List<KernelKind> kinds(String... outputs) {
        return kernels(outputs).stream().map(Kernel::kind).toList();
    }

    @Test
    void normsAndCheapActivationsMeltIntoTheConvolution() {
        Node conv = add("conv", Conv.dense(32, 3, 2), image());
        Node norm = add("norm", BatchNorm.STANDARD, conv);
        Node relu = add("relu", new Activate(Activation.RELU), norm);
        add("silu", new Activate(Activation.SILU), add("point", Conv.dense(32, 1, 1), relu));
        assertThat(kinds("silu"))
                .containsExactly(KernelKind.FIRST, KernelKind.POINTWISE, KernelKind.ACTIVATION, KernelKind.FROM_BLOCKS);
    }

    @Test
    void blocksAreFilledWithChannelsThatAreNotThere() {
        Node first = add("first", Conv.dense(24, 3, 2), image());
        add("point", Conv.dense(40, 1, 1), first);
        Kernel point = kernels("point").get(1);
        assertThat(point.macs()).isEqualTo(48.0 * 32 * 16 * 16);
        assertThat(point.read()).isEqualTo(24.0 * 16 * 16);
        assertThat(point.written()).isEqualTo(48.0 * 16 * 16);
        assertThat(point.weights()).isEqualTo(24.0 * 40);
    }

    @Test
    void channelsThatNoFourDivideStayPlain() {
        Node even = add("even", Conv.dense(20, 3, 2), image());
        add("depthwise", Conv.depthwise(20, 3, 1), even);
        Node odd = add("odd", Conv.dense(22, 1, 1), even);
        add("uneven", Conv.depthwise(22, 3, 1), odd);
        assertThat(kinds("depthwise", "uneven"))
                .containsExactly(
                        KernelKind.FIRST,
                        KernelKind.DEPTHWISE,
                        KernelKind.POINTWISE,
                        KernelKind.FROM_BLOCKS,
                        KernelKind.DEPTHWISE_PLAIN,
                        KernelKind.FROM_BLOCKS);
    }

    @Test
    void mapsAreJoinedInBlocksOnlyIfTheyFillThem() {
        Node first = add("first", Conv.dense(32, 3, 2), image());
        Node narrow = add("narrow", Conv.dense(24, 1, 1), first);
        Node sum = add("sum", new Add(), first, first);
        add("whole", new Concat(), first, sum);
        add("ragged", new Concat(), first, narrow);
        assertThat(kinds("whole", "ragged"))
                .containsExactly(
                        KernelKind.FIRST,
                        KernelKind.POINTWISE,
                        KernelKind.ELEMENTWISE,
                        KernelKind.CONCAT,
                        KernelKind.FROM_BLOCKS,
                        KernelKind.FROM_BLOCKS,
                        KernelKind.CONCAT,
                        KernelKind.FROM_BLOCKS);
    }

    @Test
    void workIsSummedByKind() {
        Node first = add("first", Conv.dense(16, 3, 2), image());
        add("point", Conv.dense(16, 1, 1), add("other", Conv.dense(16, 1, 1), first));
        double[] work = Work.of(new Network(nodes, List.of("point")));
        assertThat(work[Work.POINTWISE.ordinal()]).isEqualTo(2.0 * 16 * 16 * 16 * 16);
        assertThat(work[Work.FIRST.ordinal()]).isEqualTo(16.0 * 3 * 9 * 16 * 16);
        assertThat(work[Work.BLOCKED.ordinal()]).isEqualTo(16.0 * 16 * 16);
        assertThat(work[Work.CALLS.ordinal()]).isEqualTo(4);
    }

    @Test
    void everyPublishedNetworkIsWork() {
        for (ZooModel model : ZooModel.all()) {
            for (Network stage : model.published().stages()) {
                double[] work = Work.of(stage);
                assertThat(work).as(model.name()).doesNotContain(Double.NaN);
                double macs = IntStream.rangeClosed(Work.POINTWISE.ordinal(), Work.UNEVEN.ordinal())
                        .filter(kind -> kind != Work.STRIDED.ordinal())
                        .mapToDouble(kind -> work[kind])
                        .sum();
                double counted =
                        stage.live().nodes().stream().mapToLong(Node::macs).sum();
                assertThat(macs).as(model.name()).isBetween(counted, 2 * counted);
            }
        }
    }
}
