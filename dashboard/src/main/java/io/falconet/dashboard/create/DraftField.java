package io.falconet.dashboard.create;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.HasValue;
import io.falconet.space.study.StudyDraft;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A field of the form, which shows a key of the file and sets it.
 *
 * @param input the field itself
 * @param shown what it shows of a draft
 * @param set the draft with what was typed or chosen; without the key, where that is nothing
 */
record DraftField<V, C extends Component & HasValue<?, V>>(
        C input, Function<StudyDraft, V> shown, Function<V, UnaryOperator<StudyDraft>> set) {

    /** A field of one key. */
    static <V, C extends Component & HasValue<?, V>> DraftField<V, C> of(
            C input, Function<Object, V> shown, Function<V, Optional<Object>> value, String... path) {
        return new DraftField<>(
                input,
                draft -> draft.find(path).map(shown).orElseGet(input::getEmptyValue),
                typed -> draft ->
                        value.apply(typed).map(known -> draft.with(known, path)).orElseGet(() -> draft.without(path)));
    }

    /** Calls the consumer with each change that the reader makes. */
    DraftField<V, C> onChange(Consumer<UnaryOperator<StudyDraft>> changed) {
        input.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(set.apply(event.getValue()));
            }
        });
        return this;
    }

    /** Shows a draft; one that cannot be read cannot be set either. */
    void show(StudyDraft draft) {
        if (draft.readable()) {
            input.setValue(shown.apply(draft));
        }
        if (input instanceof HasEnabled field) {
            field.setEnabled(draft.readable());
        }
    }
}
