package io.falconet.space.darknet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.AnchorFormat.Anchor;
import io.falconet.space.block.Detector;
import io.falconet.space.darknet.published.YoloV3;
import io.falconet.space.darknet.published.YoloV4;
import io.falconet.space.darknet.published.YoloV4Csp;
import io.falconet.space.darknet.published.YoloV4Tiny;
import io.falconet.space.graph.NetworkText;
import io.falconet.space.graph.Shape;
import io.falconet.space.problem.ModelFileException;
import io.falconet.space.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CfgReaderTest {
    private static final String GOOD =
            """
            [net]
            # an example
            batch = 64        ; only training reads this
            width=64
            height=32
            channels=3
            learning_rate=.001

            [convolutional]   # 0
            batch_normalize=1
            filters=8
            size=3
            stride=2
            pad=1
            activation=leaky

            [maxpool]         # 1
            size=2
            stride=2

            [maxpool]         # 2
            size=2
            stride=1

            [route]           # 3
            layers=-1,1
            groups=2
            group_id=1

            [convolutional]   # 4
            filters=8
            size=1
            groups=4
            activation=swish

            [shortcut]        # 5
            from=-2
            activation=relu

            [avgpool]         # 6

            [scale_channels]  # 7
            from=-2

            [sam]             # 8
            from=1

            [dropout]         # 9
            probability=.5

            [convolutional]   # 10
            filters=14
            activation=linear

            [yolo]            # 11
            mask=1,2
            anchors = 10,14,  23,27,  37,58
            classes=2
            num=3
            scale_x_y=1.05
            jitter=.3

            [route]           # 12
            layers=-3

            [upsample]        # 13
            stride=2

            [convolutional]   # 14
            filters=7
            activation=linear

            [yolo]            # 15
            mask=0
            anchors = 10,14,  23,27,  37,58
            classes=2
            num=3
            """;

    @Test
    void aFileBecomesANetwork() throws ModelFileException {
        Detector detector = CfgReader.read(GOOD, "good.cfg").detector();
        assertThat(NetworkText.of(detector.network()))
                .isEqualTo(
                        """
                        input | input | 3x32x64
                        model.0.conv | conv 3x3/2 | 8x16x32
                        model.0.bn | batch norm | 8x16x32
                        model.0.act | leaky relu | 8x16x32
                        model.1.pool | max pool 2x2/2 end padding 1 | 8x8x16
                        model.2.pool | max pool 2x2 end padding 1 | 8x8x16
                        model.3.slice0 | channels 4 to 7 | 4x8x16
                        model.3.slice1 | channels 4 to 7 | 4x8x16 | model.1.pool
                        model.3.concat | concat | 8x8x16 | model.3.slice0, model.3.slice1
                        model.4.conv | conv 1x1 groups 4 bias | 8x8x16
                        model.4.act | silu | 8x8x16
                        model.5.add | add | 8x8x16 | model.4.act, model.3.concat
                        model.5.act | relu | 8x8x16
                        model.6.pool | global average pool | 8x1x1
                        model.7.multiply | multiply | 8x8x16 | model.5.act, model.6.pool
                        model.8.multiply | multiply | 8x8x16 | model.7.multiply, model.1.pool
                        model.10.conv | conv 1x1 bias | 14x8x16
                        model.13.up | nearest resize x2 | 8x16x32 | model.8.multiply
                        model.14.conv | conv 1x1 bias | 7x16x32
                        outputs: model.14.conv, model.10.conv
                        """);
        assertThat(detector.format())
                .isEqualTo(new AnchorFormat(
                        2,
                        AnchorFormat.Sides.EXPONENTIAL,
                        List.of(
                                new AnchorFormat.Level(2, 1, List.of(new Anchor(10, 14))),
                                new AnchorFormat.Level(4, 1.05, List.of(new Anchor(23, 27), new Anchor(37, 58))))));
    }

    @Test
    void withoutAMaskAllAnchorsCount() throws ModelFileException {
        String cfg = GOOD.replace("mask=1,2\n", "").replace("filters=14", "filters=21");
        assertThat(CfgReader.read(cfg, "good.cfg").detector().network().outputShapes())
                .contains(new Shape(21, 8, 16));
    }

    @Test
    void theImageCanBeAnotherOne() throws ModelFileException {
        Detector detector = CfgReader.read(GOOD, "good.cfg").detector(Shape.image(64, 64));
        assertThat(detector.network().outputShapes()).containsExactly(new Shape(7, 32, 32), new Shape(14, 16, 16));
        assertThat(detector.format().strides()).containsExactly(2, 4);
    }

    static Stream<DarknetModel> published() {
        return Stream.of(
                YoloV3.tiny(),
                YoloV3.spp(),
                YoloV4.model(),
                YoloV4Csp.model(),
                YoloV4Tiny.twoLevels(),
                YoloV4Tiny.threeLevels());
    }

    @ParameterizedTest
    @MethodSource("published")
    void whatIsWrittenIsReadAsItWas(DarknetModel model) throws ModelFileException {
        assertThat(CfgReader.read(CfgPrinter.print(model), "published.cfg")).isEqualTo(model);
    }

    @Test
    void allProblemsAreReportedAtOnceEachWithItsLine() {
        assertThat(
                        problems(
                                """
                        [net]
                        width=64
                        height=64
                        momemtum=0.9
                        [convolutional]
                        filters=8
                        size=3
                        size=5
                        pad=1
                        dilation=2
                        activation=leakey
                        a lost line
                        [route]
                        layers=-1,-9
                        [maxpol]
                        size=2
                        [upsample]
                        stride=two
                        [convolutional]
                        size=3
                        [route]
                        layers=0
                        groups=2
                        group_id=2
                        [shortcut
                        [convolutional]
                        filters=22
                        activation=leaky
                        [yolo]
                        mask=0,3
                        anchors=10,14,23,27,37
                        classes=2
                        num=3
                        [convolutional]
                        filters=18
                        [yolo]
                        mask=0,1
                        anchors=10,14,23,27
                        classes=3
                        num=2
                        new_coords=1
                        """))
                .containsExactly(
                        "line 4: A field of [net] was expected, found momemtum. Maybe momentum is meant.",
                        "line 8: A field stands once in its section, found size twice in [convolutional], first on line 7. Maybe remove one of the two.",
                        "line 10: dilation needs 1, which does nothing, found 2: Falconet does not have what it does. Maybe the model works without it.",
                        "line 11: activation needs one of leaky, linear, logistic, mish, relu, relu6, swish, found leakey. Maybe leaky is meant.",
                        "line 12: A line is [section], field=value or a comment, found alostline. Maybe a # or an = is lost.",
                        "line 14: layers needs layers before this one, 0 to 0 or -1 to -1, found -9. Maybe count again: this is layer 1.",
                        "line 15: A section is one of avg, avgpool, conv, convolutional, dropout, max, maxpool, route, sam, scale_channels, shortcut, upsample, yolo, found [maxpol]. Maybe maxpool is meant.",
                        "line 18: stride needs a whole number from 1 on, found two. Maybe digits alone, such as 1.",
                        "line 19: [convolutional] needs filters, found none. Maybe add filters=32.",
                        "line 24: group_id needs a number from 0 to 1, since groups is 2, found 2. Maybe groups=2 and group_id=1, the second half.",
                        "line 25: A line is [section], field=value or a comment, found [shortcut. Maybe the bracket is not closed.",
                        "line 27: filters needs 7 before the [yolo] on line 29, (classes 2 + 5) x 1 masks, found 22. Maybe filters=7, or other classes or masks there.",
                        "line 28: activation needs linear before the [yolo] on line 29, found leaky. Maybe activation=linear, or new_coords=1 there.",
                        "line 30: mask needs numbers from 0 to 1, since there are 2 anchors, found 3. Maybe anchors are missing, or they are counted from 1.",
                        "line 31: anchors needs 6 numbers, a width and a height for each of num=3, found 5. Maybe a number is lost, or num=2.",
                        "line 34: A layer reads maps, found layer 7, which is [yolo] on line 29 and gives boxes. Maybe a [route] to a layer before it is missing.",
                        "line 35: filters needs 16 before the [yolo] on line 36, (classes 3 + 5) x 2 masks, found 18. Maybe filters=16, or other classes or masks there.",
                        "line 39: All [yolo] sections need one number of classes, 2 as in the first, found 3. Maybe classes=2.",
                        "line 41: All [yolo] sections need the same new_coords, found another than in the first. Maybe new_coords=0.");
    }

    @Test
    void mapsThatDoNotFitAreReportedAtTheirLayer() {
        assertThat(
                        problems(
                                """
                        [net]
                        width=64
                        height=64
                        [convolutional]
                        filters=7
                        stride=2
                        activation=leaky
                        [convolutional]
                        filters=7
                        stride=2
                        activation=leaky
                        [route]
                        layers=-1,-2
                        [route]
                        layers=0
                        groups=2
                        [shortcut]
                        from=1
                        [route]
                        layers=1
                        [yolo]
                        mask=0
                        anchors=10,14
                        classes=2
                        """))
                .containsExactly(
                        "line 12: At model.2.concat: Concat needs maps of one height and width, found 7x32x32 beside 7x16x16. Maybe an input size that is a multiple of the largest stride.",
                        "line 14: A route of 2 groups needs layers whose channels are a multiple of 2, found 7. Maybe another layer is meant.",
                        "line 21: [yolo] needs a [convolutional] before it, found [route]. Maybe the one of filters=7 is missing.");
    }

    @Test
    void aFileThatIsNoneIsReported() {
        assertThat(problems(""))
                .containsExactly(
                        "A cfg file starts with [net], found nothing. Maybe it is no cfg file.",
                        "A detector needs at least 1 [yolo] section, found none. Maybe the file is cut off.");
        assertThat(problems("filters=3\n[conv]\nfilters=3\n"))
                .containsExactly(
                        "A detector needs at least 1 [yolo] section, found none. Maybe the file is cut off.",
                        "line 1: A section was expected before its fields, found filters=3. Maybe put [net] on a line above.",
                        "line 2: A cfg file starts with [net], found [conv]. Maybe it is no cfg file.");
        assertThatThrownBy(() -> CfgReader.read(Path.of("nowhere.cfg")))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContainingAll("nowhere.cfg has a problem", "there is none", "Maybe the path is misspelled.");
    }

    /** Whatever lines are lost, doubled, moved or changed, a file is refused with reasons or can be built. */
    @Property(tries = 200)
    void whatIsReadCanBeBuilt(@ForAll Random random) {
        List<String> lines = new ArrayList<>(GOOD.lines().toList());
        for (int i = 0; i < 4; i++) {
            spoil(lines, random);
        }
        String cfg = String.join("\n", lines);
        try {
            CfgReader.read(cfg, "spoilt.cfg").detector();
        } catch (ModelFileException refused) {
            assertThat(refused.problems()).as(cfg).isNotEmpty().allMatch(problem -> problem.remedy()
                    .startsWith("Maybe"));
        }
    }

    private static void spoil(List<String> lines, Random random) {
        int line = random.nextInt(lines.size());
        String text = lines.remove(line);
        switch (random.nextInt(4)) {
            case 0 -> lines.add(random.nextInt(lines.size()), text);
            case 1 -> lines.addAll(line, List.of(text, text));
            case 2 -> lines.add(line, text.replaceFirst("-?\\d+", Integer.toString(random.nextInt(40) - 20)));
            default -> {
                // lost
            }
        }
    }

    private static List<String> problems(String cfg) {
        ModelFileException wrong = catchThrowableOfType(ModelFileException.class, () -> CfgReader.read(cfg, "bad.cfg"));
        return wrong.problems().stream().map(Problem::toString).toList();
    }
}
