package io.falconet.dashboard.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.page.Figures;
import io.falconet.space.outcome.EpochRecord;
import java.time.Duration;
import java.util.List;

/** The training loss over the epochs. */
final class CurveChart {
    private CurveChart() {}

    static ObjectNode option(List<EpochRecord> curve) {
        ObjectNode option = Option.frame();
        ObjectNode epochs = Option.axis("epoch", "number", false);
        epochs.put("minInterval", 1);
        option.set("xAxis", epochs);
        option.set("yAxis", Option.axis("training loss   ↓ better", "number", true));
        ObjectNode line = Option.series(option, "line", "loss");
        line.put("symbol", "circle").put("symbolSize", 7);
        line.putObject("lineStyle").put("color", Palette.BLUE).put("width", 2);
        line.putObject("itemStyle").put("color", Palette.BLUE);
        for (EpochRecord epoch : curve) {
            Option.tip(
                    Option.point(line, epoch.epoch(), epoch.loss()),
                    "Epoch " + epoch.epoch(),
                    new String[] {"mean training loss", Figures.digits(epoch.loss())},
                    new String[] {"learning rate", Figures.digits(epoch.learningRate())},
                    new String[] {"took", Figures.duration(Duration.ofMillis(Math.round(1000 * epoch.seconds())))});
        }
        return option;
    }
}
