package io.falconet.dashboard.study.table;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.falconet.dashboard.study.board.Ordered;
import io.falconet.results.columns.Decision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What was decided, one decision at a time. */
final class OptionField extends Div {
    private static final long serialVersionUID = 1;

    private final Select<String> of = new Select<>();
    private final MultiSelectComboBox<String> any = new MultiSelectComboBox<>();
    private transient List<Decision> decisions = List.of();
    private transient Map<String, Set<String>> chosen = Map.of();
    private transient List<String> offered = List.of();

    OptionField(BiConsumer<String, Set<String>> changed) {
        addClassName("filter-group");
        of.setPlaceholder("Decision");
        of.setAriaLabel("Decision of which options are chosen");
        of.addThemeName("small");
        of.addClassName("axis");
        of.addValueChangeListener(event -> options());
        any.setPlaceholder("Any option");
        any.setAriaLabel("Options that trials in the table took");
        any.setClearButtonVisible(true);
        any.addThemeName("small");
        any.addValueChangeListener(event -> {
            if (event.isFromClient() && of.getValue() != null) {
                changed.accept(of.getValue(), event.getValue());
            }
        });
        add(of, any);
        setVisible(false);
    }

    /** Offers the decisions of trials, and shows what is chosen. */
    void show(List<Decision> known, Map<String, Set<String>> now) {
        chosen = now;
        if (!known.equals(decisions)) {
            decisions = known;
            String before = of.getValue();
            List<String> names = known.stream()
                    .filter(decision -> !decision.open() && decision.options().size() > 1)
                    .map(Decision::name)
                    .toList();
            of.setItems(names);
            setVisible(!names.isEmpty());
            of.setValue(
                    names.contains(before)
                            ? before
                            : names.stream()
                                    .filter(now::containsKey)
                                    .findFirst()
                                    .orElse(names.isEmpty() ? null : names.get(0)));
        }
        options();
    }

    private void options() {
        String decision = of.getValue();
        List<String> now = decisions.stream()
                .filter(each -> each.name().equals(decision))
                .flatMap(each -> Ordered.options(each).stream())
                .toList();
        if (!now.equals(offered)) {
            offered = now;
            any.setItems(now); // closes the list that a reader may be choosing from
        }
        any.setValue(chosen.getOrDefault(decision == null ? "" : decision, Set.of()));
    }
}
