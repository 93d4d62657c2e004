package io.falconet.dashboard.study.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.page.Decisions;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.study.board.Board;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is told of a trial whose point somebody points at. */
public final class TrialTip {
    /** Trials named at most among those that are as fast. */
    private static final int MOST_TIES = 12;

    private TrialTip() {}

    /** Title and lines, as {@code chart.js} shows them. */
    public static ObjectNode of(Board board, TrialRecord trial) {
        List<String[]> lines = new ArrayList<>();
        String published = board.published().get(trial.number());
        if (published != null) {
            lines.add(new String[] {"published as", published});
        }
        if (!board.inFull(trial.number())) {
            lines.add(new String[] {"trained", trial.fidelity().words()});
        }
        if (trial.outcome().orElse(null) instanceof Evaluated outcome) {
            figures(board, trial.number(), outcome, lines);
        }
        Decisions.byPart(trial.architecture()).forEach((part, words) -> lines.add(new String[] {part, words}));
        ObjectNode tip = Option.object();
        Option.tip(tip, "Trial " + trial.number(), lines.toArray(String[][]::new));
        return (ObjectNode) tip.get("tip");
    }

    private static void figures(Board board, int number, Evaluated outcome, List<String[]> lines) {
        lines.add(new String[] {"mAP50-95", Figures.precision(Objective.MAP50_95.value(outcome))});
        lines.add(new String[] {"mAP50", Figures.precision(Objective.MAP50.value(outcome))});
        outcome.latency().ifPresent(report -> {
            lines.add(new String[] {"latency", Figures.latency(report)});
            String ties = ties(board, number, report);
            if (!ties.isEmpty()) {
                lines.add(new String[] {"as fast as", ties});
            }
        });
        board.bounds().broken(outcome).ifPresent(broken -> lines.add(new String[] {"not allowed", broken}));
        lines.add(new String[] {"parameters", Figures.count(Objective.PARAMETERS.value(outcome))});
        lines.add(new String[] {"MACs", Figures.count(Objective.MACS.value(outcome))});
        outcome.scores().forEach((score, value) -> lines.add(new String[] {score.label(), Figures.score(value)}));
    }

    /** The trials on the front whose latency cannot be told from this one's. */
    private static String ties(Board board, int number, LatencyReport report) {
        int[] ties = Arrays.stream(board.growth().front())
                .filter(other -> other != number
                        && report.lowNanos() / 1e6 <= board.trials().highMillis(other)
                        && board.trials().lowMillis(other) <= report.highNanos() / 1e6)
                .toArray();
        return Arrays.stream(ties).limit(MOST_TIES).mapToObj(Integer::toString).collect(Collectors.joining(", "))
                + (ties.length > MOST_TIES ? " and %d more".formatted(ties.length - MOST_TIES) : "");
    }
}
