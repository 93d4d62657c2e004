package io.falconet.space.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.NetworkText;
import io.falconet.space.testing.Golden;
import io.falconet.space.zoo.ZooModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogSpaceTest {
    private static final SearchSpace SPACE = SearchSpaces.named("catalog");

    @Test
    void holdsThePublishedDetectorsOfItsBlocks() {
        assertThat(SPACE.seeds().keySet())
                .hasSize(30)
                .contains(
                        "nanodet-m",
                        "nanodet-plus-m-1.5x",
                        "yolov5n",
                        "yolov5s-p2",
                        "yolov5n-ghost",
                        "fcos-shufflenetv2")
                .contains("slimneck-yolov5s", "gsconv-yolov5n", "snc-yolov5s");
        assertThat(SPACE.seeds().values().stream()
                        .map(seed -> SPACE.detector(seed, 80).id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void readsSeedsAsTheZooDoes() {
        SPACE.seeds()
                .forEach((name, seed) -> assertThat(SPACE.detector(seed, 80).format())
                        .as(name)
                        .isEqualTo(ZooModel.named(name).published().format().orElseThrow()));
    }

    @Test
    void headsOfOneNetworkHaveIdsOfTheirOwn() {
        Architecture plus = SPACE.seeds().get("nanodet-plus-m");
        Architecture other = Architecture.parse(plus.text().replace("head=nanodet-plus", "head=nanodet"));
        Detector one = SPACE.detector(plus, 2);
        Detector two = SPACE.detector(other, 2);
        assertThat(one.network()).isEqualTo(two.network());
        assertThat(one.id()).isNotEqualTo(two.id());
        assertThat(two.id()).isEqualTo(two.network().id());
        assertThat(((GflFormat) one.format()).prior()).isEqualTo(GflFormat.CORNER);
    }

    @Test
    void levelsBesidesCocosGetSquareAnchors() {
        Architecture fine =
                Architecture.parse(SPACE.seeds().get("yolov5n").text().replace("levels=8-16-32", "levels=4-8-16+32"));
        AnchorFormat format = (AnchorFormat) SPACE.detector(fine, 2).format();
        assertThat(format.strides()).containsExactly(4, 8, 16);
        assertThat(format.levels().get(0).anchors())
                .containsExactly(
                        new AnchorFormat.Anchor(4, 4), new AnchorFormat.Anchor(8, 8), new AnchorFormat.Anchor(16, 16));
    }

    @Test
    void whatSmallObjectsHasIsInTheCatalogToo() {
        SearchSpace small = SearchSpaces.named("small-objects");
        Map<String, List<String>> catalog =
                SPACE.choices().stream().collect(Collectors.toMap(Choice::name, Choice::options));
        for (Choice choice : small.choices()) {
            assertThat(catalog.get(choice.name())).as(choice.name()).containsAll(choice.options());
        }
    }

    @Test
    void everyNeckStandsAsGoldenText() {
        Architecture base = Architecture.parse(SPACE.seeds()
                .get("nanodet-m")
                .text()
                .replace("input=320", "input=128")
                .replaceAll("stage(.).depth=\\d", "stage$1.depth=1")
                .replaceAll("stage(.).block=shufflenetv2", "stage$1.block=mobilenetv3")
                .replace("levels=8-16-32", "levels=8-16-32-64"));
        for (String neck : List.of("cem-sam", "yolo-fpn", "yolo-bifpn", "dla-up")) {
            Architecture point = Architecture.parse(base.text().replace("neck=pan", "neck=" + neck));
            Golden.check(
                    "catalog-" + neck, NetworkText.of(SPACE.detector(point, 3).network()));
        }
    }
}
