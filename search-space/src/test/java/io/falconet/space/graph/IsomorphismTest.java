package io.falconet.space.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.zoo.ZooModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Networks that differ in names, order of construction and order of terms alone have one id. */
class IsomorphismTest {
    private static final Conv CONV = Conv.dense(3, 3, 1);

    @Test
    void randomDetectorsKeepTheirIdWhenRewritten() {
        SearchSpace space = SearchSpaces.named("catalog");
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            Network network = space.detector(
                            space.architecture(space.choices().stream()
                                    .mapToInt(choice ->
                                            random.nextInt(choice.options().size()))
                                    .toArray()),
                            3)
                    .network();
            assertThat(rewritten(network, random).id()).isEqualTo(network.id());
        }
    }

    @Test
    void detectorsOfTheZooKeepTheirIdWhenRewritten() {
        Random random = new Random(2);
        for (String name : List.of("nanodet-m", "nanodet-plus-m", "yolov5n-bifpn", "slimneck-yolov5n", "dla34")) {
            Network network = ZooModel.named(name).published().network().live();
            assertThat(rewritten(network, random).id()).as(name).isEqualTo(network.id());
        }
    }

    @Test
    void twinsThatAreUsedDifferentlyAreToldApartInASum() {
        assertKept(network -> {
            Node one = network.add("one", CONV, network.input());
            Node two = network.add("two", CONV, network.input());
            Node sum = network.add("sum", new Add(), one, two);
            return List.of(network.add("both", new Concat(), sum, two));
        });
    }

    @Test
    void twinsThatLeadToTwinsAreToldApartTogether() {
        assertKept(network -> {
            List<Node> deep = new ArrayList<>();
            List<Node> shallow = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                shallow.add(network.add("shallow" + i, CONV, network.input()));
                deep.add(network.add("deep" + i, CONV, shallow.get(i)));
            }
            Node sum = network.add("sum", new Add(), shallow.toArray(Node[]::new));
            Node other = network.add("other", new Add(), deep.toArray(Node[]::new));
            return List.of(sum, other, network.add("last", CONV, deep.get(1)));
        });
    }

    @Test
    void twinsThatCrossAreOtherThanTwinsThatDoNot() {
        assertThat(crossing(false).id()).isNotEqualTo(crossing(true).id());
        Random random = new Random(4);
        for (int i = 0; i < 20; i++) {
            assertThat(rewritten(crossing(true), random).id())
                    .isEqualTo(crossing(true).id());
        }
    }

    private static Network crossing(boolean crossed) {
        NetworkBuilder network = NetworkBuilder.of(Shape.image(8, 8));
        Node a = network.add("a", CONV, network.input());
        Node b = network.add("b", CONV, network.input());
        Node sum = network.add("sum", new Add(), a, b);
        Node left = network.add("left", new Concat(), sum, a);
        Node right = network.add("right", new Concat(), sum, crossed ? a : b);
        return network.build(List.of(left, right));
    }

    @Test
    void inputsAreToldApartByTheirPlace() {
        NetworkBuilder network = NetworkBuilder.of(List.of(Shape.image(8, 8), Shape.image(8, 8)), BatchNorm.STANDARD);
        Node first = network.inputs().get(0);
        Node second = network.inputs().get(1);
        Node there = network.add("there", new Concat(), first, second);
        Node back = network.add("back", new Concat(), second, first);
        Node sum = network.add("sum", new Add(), first, second);
        Node same = network.add("same", new Add(), second, first);
        assertThat(network.build(List.of(there)).id())
                .isNotEqualTo(network.build(List.of(back)).id());
        assertThat(network.build(List.of(sum)).id())
                .isEqualTo(network.build(List.of(same)).id());
        assertThat(network.build(List.of(first)).id())
                .isNotEqualTo(network.build(List.of(second)).id());
    }

    @FunctionalInterface
    private interface Recipe {
        List<Node> append(NetworkBuilder network);
    }

    private static void assertKept(Recipe recipe) {
        NetworkBuilder builder = NetworkBuilder.of(Shape.image(8, 8));
        Network network = builder.build(recipe.append(builder));
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            assertThat(rewritten(network, random).id()).isEqualTo(network.id());
        }
    }

    /** The same network under other names, built in another order, its sums shuffled. */
    private static Network rewritten(Network network, Random random) {
        Map<String, String> names = new HashMap<>();
        network.nodes().forEach(node -> names.put(node.name(), "n" + random.nextLong()));
        List<Node> waiting =
                new ArrayList<>(network.nodes().subList(1, network.nodes().size()));
        List<Node> written = new ArrayList<>();
        Set<String> done = new HashSet<>();
        Node input = network.nodes().get(0);
        written.add(rewritten(input, names, random));
        done.add(input.name());
        while (!waiting.isEmpty()) {
            List<Node> ready = waiting.stream()
                    .filter(node ->
                            done.containsAll(node.inputs()) && (node.ownsWeights() || done.contains(node.owner())))
                    .toList();
            Node next = ready.get(random.nextInt(ready.size()));
            waiting.remove(next);
            done.add(next.name());
            written.add(rewritten(next, names, random));
        }
        return new Network(written, network.outputs().stream().map(names::get).toList());
    }

    private static Node rewritten(Node node, Map<String, String> names, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            order.add(i);
        }
        boolean broadcast = new HashSet<>(node.inputShapes()).size() > 1;
        if (CanonicalForm.commutes(node) && !broadcast) {
            Collections.shuffle(order, random);
        }
        return new Node(
                names.get(node.name()),
                node.op(),
                order.stream().map(i -> names.get(node.inputs().get(i))).toList(),
                order.stream().map(i -> node.inputShapes().get(i)).toList(),
                node.shape(),
                names.get(node.owner()));
    }
}
