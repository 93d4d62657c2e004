package io.falconet.space.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The zoo's detectors as points of the catalog's space. */
final class CatalogSeeds {
    private static final String STAGE =
            "stage%1$d.block=%2$s,stage%1$d.width=%3$d,stage%1$d.depth=%4$d,stage%1$d.kernel=3,stage%1$d.aggregation=plain,";

    private final Map<String, Architecture> seeds = new LinkedHashMap<>();
    private final String space;

    private CatalogSeeds(String space) {
        this.space = space;
    }

    /** All of them, by the zoo's names. */
    static Map<String, Architecture> all(String space) {
        CatalogSeeds seeds = new CatalogSeeds(space);
        seeds.nanoDet("-0.5x", List.of(48, 96, 192), 96);
        seeds.nanoDet("", List.of(116, 232, 464), 96);
        seeds.nanoDet("-1.5x", List.of(176, 352, 704), 128);
        seeds.nanoDetPlus("", List.of(116, 232, 464), 96);
        seeds.nanoDetPlus("-1.5x", List.of(176, 352, 704), 128);
        seeds.fcos();
        seeds.yoloV5("n", 32);
        seeds.yoloV5("s", 64);
        seeds.gsConv("n", 32);
        seeds.gsConv("s", 64);
        return seeds.seeds;
    }

    private void nanoDet(String size, List<Integer> widths, int width) {
        String text = "input=320,levels=8-16-32,%sneck=pan,neck.block=c3,neck.width=%d,neck.depth=1,neck.kernel=3,"
                + "head=nanodet,head.width=%2$d,head.depth=2,head.kernel=3,activation=leaky-relu,norm=standard";
        add("nanodet-m" + size, text.formatted(shuffleNet(widths), width));
    }

    private void nanoDetPlus(String size, List<Integer> widths, int width) {
        String text =
                "input=320,levels=8-16-32-64,%sneck=ghost-pan,neck.block=c3,neck.width=%d,neck.depth=1,neck.kernel=5,"
                        + "head=nanodet-plus,head.width=%2$d,head.depth=2,head.kernel=5,activation=leaky-relu,norm=standard";
        add("nanodet-plus-m" + size, text.formatted(shuffleNet(widths), width));
    }

    private void fcos() {
        String text =
                "input=320,levels=8-16-32-64-128,%sneck=fpn,neck.block=c3,neck.width=64,neck.depth=1,neck.kernel=3,"
                        + "head=fcos,head.width=64,head.depth=4,head.kernel=3,activation=leaky-relu,norm=standard";
        add("fcos-shufflenetv2", text.formatted(shuffleNet(List.of(116, 232, 464))));
    }

    private static String shuffleNet(List<Integer> widths) {
        return "stem=pool,stem.width=24," + stages("shufflenetv2", widths, List.of(4, 8, 4)) + "context=none,";
    }

    /** YOLOv5 in its backbones, necks and levels. */
    private void yoloV5(String size, int width) {
        String name = "yolov5" + size;
        add(name, yolo("8-16-32", "c3", width, "yolo-pan", "c3", "silu"));
        add(name + "-ghost", yolo("8-16-32", "ghost-c3ghost", width, "yolo-pan", "ghost-c3ghost", "silu"));
        add(name + "-c3ghost-backbone", yolo("8-16-32", "c3ghost", width, "yolo-pan", "c3", "silu"));
        add(name + "-c3ghost-all", yolo("8-16-32", "c3ghost", width, "yolo-pan", "c3ghost", "silu"));
        add(name + "-p2", yolo("4-8-16-32", "c3", width, "yolo-pan", "c3", "silu"));
        add(name + "-p34", yolo("8-16+32", "c3", width, "yolo-pan", "c3", "silu"));
        add(name + "-fpn", yolo("8-16-32", "c3", width, "yolo-fpn", "c3", "silu"));
        add(name + "-bifpn", yolo("8-16-32", "c3", width, "yolo-bifpn", "c3", "silu"));
    }

    /** GSConv's fork of YOLOv5, with GSConv in the neck alone. */
    private void gsConv(String size, int width) {
        add("gsconv-yolov5" + size, yolo("8-16-32", "c3", width, "yolo-pan", "gs-c3", "mish"));
        add("slimneck-yolov5" + size, yolo("8-16-32", "c3", width, "yolo-pan", "vovgscsp", "mish"));
        add("slimneck-yolov5" + size + "@aded277", yolo("8-16-32", "c3", width, "yolo-pan", "vovgscsp-narrow", "mish"));
        add("snc-yolov5" + size, yolo("8-16-32", "c3", width, "yolo-pan", "vovgscspc", "mish"));
    }

    private static String yolo(
            String levels, String block, int width, String neck, String neckBlock, String activation) {
        String text = "input=640,levels=%s,stem=%s,stem.width=%d,%scontext=sppf,neck=%s,neck.block=%s,neck.width=96,"
                + "neck.depth=1,neck.kernel=3,head=yolov5,head.width=96,head.depth=2,head.kernel=3,activation=%s,norm=yolov5";
        String stages = stages(block, List.of(4 * width, 8 * width, 16 * width), List.of(2, 3, 1));
        return text.formatted(levels, block, width, stages, neck, neckBlock, activation);
    }

    private static String stages(String block, List<Integer> widths, List<Integer> depths) {
        StringBuilder stages = new StringBuilder();
        for (int i = 0; i < widths.size(); i++) {
            stages.append(STAGE.formatted(i + 1, block, widths.get(i), depths.get(i)));
        }
        return stages.toString();
    }

    private void add(String name, String decisions) {
        seeds.put(name, Architecture.parse(space + ":" + decisions));
    }
}
