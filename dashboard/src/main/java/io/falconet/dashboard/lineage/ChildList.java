package io.falconet.dashboard.lineage;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.falconet.results.TrialRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The trials that were bred from a trial, or went on from it: the first few, and more on demand. */
final class ChildList extends Div {
    private static final long serialVersionUID = 1;
    private static final int AT_FIRST = 6;
    private static final int MORE = 30;

    private final String study;
    private final List<Integer> numbers;
    private final transient IntFunction<Optional<TrialRecord>> find;
    private final UnorderedList list = new UnorderedList();
    private final Div further = new Div();
    private int shown;

    /**
     * Of those numbers.
     *
     * @param study its name
     * @param find the trial of a number
     */
    ChildList(String study, List<Integer> numbers, IntFunction<Optional<TrialRecord>> find) {
        this.study = study;
        this.numbers = numbers;
        this.find = find;
        addClassName("children");
        list.addClassName("lineage-children");
        add(new H3(numbers.isEmpty() ? "Children" : "Children (" + numbers.size() + ")"));
        if (numbers.isEmpty()) {
            add(new Paragraph("No trial was bred from this one so far."));
        } else {
            add(list, further);
            show(AT_FIRST);
        }
    }

    private void show(int more) {
        int end = Math.min(numbers.size(), shown + more);
        numbers.subList(shown, end).stream()
                .flatMap(number -> find.apply(number).stream())
                .forEach(child -> list.add(new ListItem(new TrialLink(study, child))));
        shown = end;
        further.removeAll();
        if (shown < numbers.size()) {
            int left = Math.min(MORE, numbers.size() - shown);
            Button button = new Button("%d more of %d".formatted(left, numbers.size()), click -> show(MORE));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            further.add(button);
        }
    }
}
