package io.falconet.dashboard.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.page.Figures;
import io.falconet.space.outcome.EpochRecord;
import java.util.List;

/** The training losses of several trials over their epochs. */
final class CurvesChart {
    private CurvesChart() {}

    static ObjectNode option(List<Compared> trials) {
        ObjectNode option = Option.frame();
        ObjectNode epochs = Option.axis("epoch", "number", false);
        epochs.put("minInterval", 1);
        option.set("xAxis", epochs);
        option.set("yAxis", Option.axis("training loss   ↓ better", "number", true));
        if (trials.stream().allMatch(each -> each.curve().isEmpty())) {
            Option.remark(option, "None of them was trained");
        }
        for (Compared each : trials) {
            ObjectNode line = Option.series(option, "line", each.name());
            line.put("symbol", each.symbol()).put("symbolSize", 8);
            line.putObject("lineStyle").put("color", each.colour()).put("width", 2);
            line.putObject("itemStyle").put("color", each.colour());
            for (EpochRecord epoch : each.curve()) {
                Option.tip(
                        Option.point(line, epoch.epoch(), epoch.loss()),
                        "Epoch %d, %s".formatted(epoch.epoch(), each.name()),
                        new String[] {"mean training loss", Figures.digits(epoch.loss())},
                        new String[] {"learning rate", Figures.digits(epoch.learningRate())});
            }
        }
        return option;
    }
}
