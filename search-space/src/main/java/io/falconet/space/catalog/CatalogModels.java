package io.falconet.space.catalog;

import java.util.List;
import java.util.Set;

/**
 * The zoo by its authors' constructors. Some say which configuration file they build, others a width or a version; a few
 * say nothing, and only the tensors tell a family's models apart.
 */
public final class CatalogModels {
    private static final List<AuthorsZoo> ALL = List.of(
            AuthorsZoo.configured("ultralytics/yolov5", "model"),
            AuthorsZoo.configured("AlanLi1997/slim-neck-by-gsconv", "model"),
            AuthorsZoo.configured("WongKinYiu/ScaledYOLOv4", "model"),
            AuthorsZoo.configured("AlexeyAB/darknet", "cfg"),
            AuthorsZoo.configured("RangiLyu/nanodet", "config").naming(NanoDetNames.MODEL),
            AuthorsZoo.built(
                            "huawei-noah/Efficient-AI-Backbones",
                            Set.of("width"),
                            call -> "ghostnet-" + call.fraction("width", 1))
                    .naming(GhostNetBlocks.NAMES),
            AuthorsZoo.built(
                    "megvii-model/ShuffleNet-Series",
                    Set.of("model_size"),
                    call -> "shufflenetv2-" + call.text("model_size").orElse("1.5x")),
            AuthorsZoo.built(
                    "d-li14/mobilenetv3.pytorch",
                    Set.of("width_mult"),
                    call -> "mobilenetv3-(small|large)-" + call.fraction("width_mult", 1)),
            AuthorsZoo.built(
                    "ucbdrive/dla",
                    Set.of("return_levels"),
                    call -> call.flag("return_levels") ? "dla\\w+-features" : "(dlaseg-)?dla\\w+"),
            AuthorsZoo.built(
                    "ouyanghuiyu/Thundernet_Pytorch",
                    Set.of("version", "feat_stride"),
                    call -> "thundernet-snet%d%s-dense-part"
                            .formatted(call.number("version", 49), call.number("feat_stride", 16) == 8 ? "-s8" : "")));

    private CatalogModels() {}

    /** The models that such a call may build; none if the zoo has none of them. */
    public static List<CatalogModel> candidates(AuthorsModel call) {
        return ALL.stream()
                .flatMap(authors -> authors.candidates(call).stream())
                .toList();
    }
}
