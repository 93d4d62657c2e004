package io.falconet.space.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The families that the zoo promises, by rule: braces hold alternatives. */
class ZooNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "shufflenetv2-{0.5,1.0,1.5,2.0}x",
                "ghostnet-{0.5,1.0,1.3}",
                "mobilenetv3-{small,large}-{0.75,1.0}",
                "dla{34,46_c,46x_c,60,60x,60x_c,102,102x,169}",
                "dlaseg-dla{34,46_c,60}",
                "yolov5{n,s,m,l,x}",
                "yolov5{n,s}-ghost",
                "yolov5{n,s}-c3ghost-{backbone,all}",
                "yolov5{n,s}-{p2,p34,fpn,bifpn}",
                "gsconv-yolov5{n,s}",
                "slimneck-yolov5{n,s}",
                "snc-yolov5{n,s}",
                "{slimneck,snc}-yolov5{n,s}@aded277",
                "yolov4",
                "yolov4-{tiny,tiny-3l,csp,p5}",
                "yolov3-{tiny,spp}",
                "{gsconv,sn,snc}-yolov4-p5",
                "nanodet-m",
                "nanodet-m-{0.5x,1.5x}",
                "nanodet-{g,t}",
                "nanodet-plus-m",
                "nanodet-plus-m-1.5x",
                "thundernet-snet{49,146,535}",
                "fcos-shufflenetv2",
                "yolov5s-{shufflenetv2,mobilenetv3,ghostnet,dla34}",
                "dla-shufflenetv2-thundernet"
            })
    void theZooHasTheFamily(String rule) {
        int open = rule.indexOf('{');
        if (open < 0) {
            assertThat(ZooModel.find(rule)).as(rule).isPresent();
            return;
        }
        int close = rule.indexOf('}');
        for (String alternative : rule.substring(open + 1, close).split(",")) {
            theZooHasTheFamily(rule.substring(0, open) + alternative + rule.substring(close + 1));
        }
    }
}
