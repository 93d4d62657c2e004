package io.falconet.dashboard.page;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.IntPredicate;

/** Asks for numbers of trials, and goes to where they stand side by side. */
public final class CompareForm extends Div {
    private static final long serialVersionUID = 1;

    private final TextField numbers;

    /**
     * Asks for trials of a study.
     *
     * @param label what is asked for
     * @param first chosen already
     * @param exists whether the study has a trial of a number
     */
    public CompareForm(String study, String label, List<Integer> first, IntPredicate exists) {
        addClassName("compare-form");
        numbers = new TextField(label);
        numbers.setPlaceholder("such as 3, 17");
        numbers.setClearButtonVisible(true);
        numbers.setValueChangeMode(ValueChangeMode.EAGER); // else the enter key comes before what was typed
        Button go = new Button("Compare", click -> go(study, first, exists));
        numbers.addKeyPressListener(Key.ENTER, pressed -> go(study, first, exists));
        numbers.addValueChangeListener(changed -> numbers.setInvalid(false));
        add(numbers, go);
    }

    /** Shows what was asked for. */
    public CompareForm asking(String text) {
        numbers.setValue(text);
        return this;
    }

    /** Shows what was asked for, and what is wrong with it. */
    public CompareForm refuse(String text, String trouble) {
        numbers.setValue(text);
        numbers.setErrorMessage(trouble);
        numbers.setInvalid(true);
        return this;
    }

    private void go(String study, List<Integer> first, IntPredicate exists) {
        try {
            Chosen chosen = Chosen.read(first, numbers.getValue(), exists);
            getUI().ifPresent(ui -> ui.navigate(Places.link(study) + "/compare", Places.trials(chosen.numbers())));
        } catch (IllegalArgumentException e) {
            refuse(numbers.getValue(), e.getMessage());
        }
    }
}
