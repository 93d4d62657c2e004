package io.falconet.space.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogModelsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ultralytics/yolov5@v7.0 models/yolov5n.yaml | model | models/yolov5n.yaml | yolov5n",
                "ultralytics/yolov5@v7.0 | model | models/hub/yolov5s-ghost.yaml | yolov5s-ghost",
                "AlanLi1997/slim-neck-by-gsconv x.yaml | model | models/GSConv-yolov5n.yaml | gsconv-yolov5n",
                "AlanLi1997/slim-neck-by-gsconv x.yaml | model | SN-yolov4-p5.yaml | sn-yolov4-p5",
                "WongKinYiu/ScaledYOLOv4 | model | models/yolov4-p5.yaml | yolov4-p5",
                "RangiLyu/nanodet | config | config/nanodet-plus-m-1.5x_416.yml | nanodet-plus-m-1.5x",
                "RangiLyu/nanodet | config | config/nanodet-m-416.yml | nanodet-m",
                "AlexeyAB/darknet | cfg | cfg/yolov4-tiny-3l.cfg | yolov4-tiny-3l",
                "megvii-model/ShuffleNet-Series | model_size | 0.5x | shufflenetv2-0.5x"
            })
    void aFileOrASizeNamesTheModel(String source, String argument, String value, String model) {
        assertThat(names(source, Map.of(argument, value))).containsExactly(model);
    }

    @Test
    void revisionsOfAModelAreAllMeant() {
        assertThat(names("AlanLi1997/slim-neck-by-gsconv", Map.of("model", "slimneck-yolov5n.yaml")))
                .containsExactly("slimneck-yolov5n", "slimneck-yolov5n@aded277");
    }

    @Test
    void argumentsThatAreLeftAwayHaveTheAuthorsValues() {
        assertThat(names("huawei-noah/Efficient-AI-Backbones", Map.of())).containsExactly("ghostnet-1.0");
        assertThat(names("megvii-model/ShuffleNet-Series", Map.of())).containsExactly("shufflenetv2-1.5x");
        assertThat(names("d-li14/mobilenetv3.pytorch", Map.of("width_mult", 0.75)))
                .containsExactly("mobilenetv3-small-0.75", "mobilenetv3-large-0.75");
        assertThat(names("ouyanghuiyu/Thundernet_Pytorch", Map.of("version", 535, "feat_stride", 8)))
                .containsExactly("thundernet-snet535-s8-dense-part");
    }

    @Test
    void familiesWithoutANameAreAllTheirMembers() {
        assertThat(names("ucbdrive/dla dla.py", Map.of("return_levels", true)))
                .contains("dla34-features", "dla169-features")
                .allMatch(name -> name.endsWith("-features"));
        assertThat(names("ucbdrive/dla", Map.of()))
                .contains("dla34", "dlaseg-dla34")
                .doesNotContain("dla34-features");
    }

    @Test
    void classesAreThoseAskedForOrTheModelsOwn() {
        assertThat(classes(Map.of("model", "yolov5n.yaml", "nc", 3))).containsExactly(3);
        assertThat(classes(Map.of("model", "yolov5n.yaml", "output", "raw maps")))
                .containsExactly(80);
    }

    @Test
    void otherAuthorsAndUnheardArgumentsNameNothing() {
        assertThat(names("AlanLi1997/slim-neck-by-gsconv", Map.of("model", "models/yolov5n.yaml")))
                .isEmpty();
        assertThat(names("nobody/nothing", Map.of("model", "models/yolov5n.yaml")))
                .isEmpty();
        assertThat(names("huawei-noah/Efficient-AI-Backbones", Map.of("dropout", 0.5)))
                .isEmpty();
        assertThat(names("ultralytics/yolov5", Map.of())).isEmpty();
    }

    private static List<String> names(String source, Map<String, Object> arguments) {
        return CatalogModels.candidates(new AuthorsModel(source, arguments)).stream()
                .map(candidate -> candidate.model().name())
                .toList();
    }

    private static List<Integer> classes(Map<String, Object> arguments) {
        return CatalogModels.candidates(new AuthorsModel("ultralytics/yolov5", arguments)).stream()
                .map(CatalogModel::classes)
                .toList();
    }
}
