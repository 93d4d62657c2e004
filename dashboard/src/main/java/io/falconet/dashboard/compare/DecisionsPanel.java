package io.falconet.dashboard.compare;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.falconet.dashboard.page.Decisions;
import io.falconet.dashboard.page.Facts;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.Panel;
import io.falconet.space.space.Architecture;
import java.util.List;
import java.util.Map;

/** What the trials decide differently, and below, folded, what they decide alike. */
final class DecisionsPanel extends Div {
    private static final long serialVersionUID = 1;

    DecisionsPanel(String study, List<Compared> trials) {
        List<Map<String, String>> decisions = trials.stream()
                .map(each -> Decisions.parsed(each.trial().architecture())
                        .map(Architecture::decisions)
                        .orElse(Map.of()))
                .toList();
        SideBySide table = new SideBySide(study, trials, "Decisions that differ");
        Facts same = new Facts();
        int alike = 0;
        int different = 0;
        for (String choice : Aligned.of(
                decisions.stream().map(each -> List.copyOf(each.keySet())).toList())) {
            List<String> options = decisions.stream()
                    .map(each -> each.getOrDefault(choice, Figures.NONE))
                    .toList();
            if (options.stream().distinct().count() == 1) {
                same.add(choice, options.get(0));
                alike++;
            } else {
                table.row(new Span(choice), cells(options));
                different++;
            }
        }
        Panel panel = new Panel(new Span("Decisions"));
        panel.add(different == 0 ? new Paragraph("All decisions are the same.") : table);
        if (alike > 0) {
            panel.add(new Details("%d the same in all".formatted(alike), same));
        }
        add(panel);
    }

    /** Options that differ from the first trial's say so. */
    private static List<Span> cells(List<String> options) {
        return options.stream()
                .map(option -> {
                    boolean differs = !option.equals(options.get(0));
                    Span sign = new Span(differs ? "≠ " : "");
                    sign.addClassName("sign");
                    Span cell = new Span(sign, new Span(option));
                    cell.addClassName(differs ? "differs" : "alike");
                    return cell;
                })
                .toList();
    }
}
