package io.falconet.dashboard.study.table;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.falconet.dashboard.page.Words;
import io.falconet.dashboard.study.board.Board;
import io.falconet.dashboard.study.board.Range;
import io.falconet.dashboard.study.board.TrialFilter;
import io.falconet.results.TrialState;
import io.falconet.space.outcome.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which trials the table shows, to be changed: by outcome, by ranges of figures, by what was decided. What is chosen in a
 * chart stands here too, and is taken back here.
 */
public final class FilterBar extends Div {
    private static final long serialVersionUID = 1;

    private final MultiSelectComboBox<TrialState> states = new MultiSelectComboBox<>();
    private final Checkbox front = new Checkbox("On the front");
    private final RangeField ranges;
    private final OptionField options;
    private final Span count = new Span();
    private final Div chosen = new Div();
    private final transient Consumer<TrialFilter> changed;
    private transient TrialFilter filter = TrialFilter.ALL;

    /**
     * One that leaves every trial.
     *
     * @param told objectives of which ranges can be chosen
     * @param changed called with each filter that a reader chooses
     */
    public FilterBar(List<Objective> told, Consumer<TrialFilter> changed) {
        this.changed = changed;
        addClassName("filter");
        states.setItems(Arrays.asList(TrialState.values()));
        states.setItemLabelGenerator(state -> state.name().toLowerCase(Locale.ROOT));
        states.setPlaceholder("Any outcome");
        states.setAriaLabel("Outcomes of the trials in the table");
        states.setClearButtonVisible(true);
        states.addThemeName("small");
        states.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(filter.withStates(event.getValue()));
            }
        });
        front.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(filter.withFront(event.getValue()));
            }
        });
        ranges = new RangeField(told, (objective, range) -> choose(filter.with(objective, range)));
        options = new OptionField((decision, any) -> choose(filter.with(decision, any)));
        count.addClassName("filter-count");
        count.getElement().setAttribute("role", "status");
        chosen.addClassName("filter-chosen");
        Div controls = new Div(states, front, ranges, options);
        controls.addClassName("filter-controls");
        Div summary = new Div(count, chosen);
        summary.addClassName("filter-told");
        add(controls, summary);
    }

    private void choose(TrialFilter other) {
        filter = other;
        changed.accept(other);
    }

    /**
     * Shows what is chosen.
     *
     * @param shown how many of the board's trials that leaves
     */
    public void show(Board board, TrialFilter now, int shown) {
        filter = now;
        states.setValue(now.states());
        front.setValue(now.front());
        ranges.show(now.ranges());
        options.show(board.trials().decisions(), now.options());
        int all = board.trials().count();
        count.setText(
                shown == all
                        ? Words.count(all, "trial")
                        : String.format(Locale.ROOT, "%,d of %s", shown, Words.count(all, "trial")));
        chosen.removeAll();
        now.ranges()
                .forEach((objective, range) ->
                        chip(RangeField.words(objective, range), now.with(objective, Optional.<Range>empty())));
        now.options()
                .forEach((decision, any) ->
                        chip(decision + " " + String.join(" or ", any), now.with(decision, Set.of())));
        if (!now.all()) {
            Button clear = new Button("Show all trials", click -> choose(TrialFilter.ALL));
            clear.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            chosen.add(clear);
        }
    }

    private void chip(String text, TrialFilter without) {
        Button chip = new Button(text + " ✕", click -> choose(without));
        chip.addThemeVariants(ButtonVariant.LUMO_SMALL);
        chip.addClassName("filter-chip");
        chip.setAriaLabel("Leave out the filter " + text);
        chosen.add(chip);
    }
}
