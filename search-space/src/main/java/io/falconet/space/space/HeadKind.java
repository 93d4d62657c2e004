package io.falconet.space.space;

import io.falconet.space.block.EvenedLevels;
import io.falconet.space.block.Head;
import io.falconet.space.block.fcos.FcosHead;
import io.falconet.space.block.nanodet.NanoDetHead;
import io.falconet.space.block.nanodet.NanoDetPlusHead;
import io.falconet.space.block.nanodet.NanoDetTower;
import io.falconet.space.yolo.YoloAnchors;
import java.util.Arrays;
import java.util.List;

/** The families of heads, each with its own way to tell boxes. */
enum HeadKind {
    /** NanoDet's: distances from cells' centres. */
    NANODET("nanodet") {
        @Override
        Head head(List<Integer> strides, NanoDetTower tower) {
            return new NanoDetHead(tower, REG_MAX, NanoDetHead.Boxes.SHARED);
        }
    },
    /** NanoDet-Plus's: the same network, distances from cells' corners, another assignment in training. */
    NANODET_PLUS("nanodet-plus") {
        @Override
        Head head(List<Integer> strides, NanoDetTower tower) {
            return new NanoDetPlusHead(tower, REG_MAX);
        }
    },
    /** YOLOv5's: one convolution a level, three anchors. */
    YOLOV5("yolov5") {
        @Override
        Head head(List<Integer> strides, NanoDetTower tower) {
            YoloAnchors anchors = strides.equals(COCO_STRIDES) ? YoloAnchors.COCO : YoloAnchors.count(3);
            return anchors.head(strides);
        }
    },
    /** FCOS's: towers that all levels share, as wide as a multiple of 32. */
    FCOS("fcos") {
        @Override
        Head head(List<Integer> strides, NanoDetTower tower) {
            int width = (tower.width() + 31) / 32 * 32;
            return new EvenedLevels(new FcosHead(width, tower.depth()), width);
        }
    };

    private static final int REG_MAX = 7;
    private static final List<Integer> COCO_STRIDES = List.of(8, 16, 32);

    private final String option;

    HeadKind(String option) {
        this.option = option;
    }

    /**
     * The head.
     *
     * @param strides of the levels, finest first
     * @param tower units before the predictions, if the head has any
     */
    abstract Head head(List<Integer> strides, NanoDetTower tower);

    static List<String> options() {
        return Arrays.stream(values()).map(kind -> kind.option).toList();
    }

    static HeadKind of(String option) {
        return values()[options().indexOf(option)];
    }
}
