package io.falconet.dashboard.create;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.falconet.dashboard.page.Figures;
import io.falconet.space.space.Choice;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudyDraft;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The choices of a space, each with the options that a search may take. */
final class ChoiceFields extends Div {
    private static final long serialVersionUID = 1;
    private static final String KEY = "choices";

    private final transient Consumer<UnaryOperator<StudyDraft>> changed;
    private final transient Map<Choice, MultiSelectComboBox<String>> fields = new LinkedHashMap<>();
    private final Paragraph size = new Paragraph();
    private String space = "";

    /** Fields of no space yet. */
    ChoiceFields(Consumer<UnaryOperator<StudyDraft>> changed) {
        this.changed = changed;
        addClassName("fields");
    }

    /** Shows what a draft says of the choices of its space. */
    void show(StudyDraft draft) {
        String named = draft.find("space").map(String::valueOf).orElse("");
        if (!named.equals(space)) {
            space = named;
            build(
                    SearchSpaces.names().contains(named)
                            ? SearchSpaces.named(named).choices()
                            : List.of());
        }
        double combinations = 1;
        for (Map.Entry<Choice, MultiSelectComboBox<String>> field : fields.entrySet()) {
            Set<String> allowed = allowed(draft, field.getKey());
            field.getValue().setValue(allowed);
            field.getValue().setEnabled(draft.readable());
            combinations *= Math.max(1, allowed.size());
        }
        size.setText(fields.isEmpty() ? "" : Figures.count(combinations) + " combinations of decisions");
    }

    private void build(List<Choice> choices) {
        removeAll();
        fields.clear();
        for (Choice choice : choices) {
            MultiSelectComboBox<String> field = new MultiSelectComboBox<>(choice.name());
            field.setItems(choice.options());
            field.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    changed.accept(set(choice, event.getValue()));
                }
            });
            fields.put(choice, field);
            add(field);
        }
        size.addClassName("wide-field");
        add(size);
    }

    /** All options, or none, leave the choice as it is. */
    private static UnaryOperator<StudyDraft> set(Choice choice, Set<String> allowed) {
        List<String> sorted =
                choice.options().stream().filter(allowed::contains).toList();
        return sorted.isEmpty() || sorted.size() == choice.options().size()
                ? draft -> draft.without(KEY, choice.name())
                : draft -> draft.with(sorted, KEY, choice.name());
    }

    private static Set<String> allowed(StudyDraft draft, Choice choice) {
        Optional<Set<String>> named = draft.find(KEY, choice.name())
                .map(value -> value instanceof Collection<?> options ? options : List.of(value))
                .map(options -> options.stream().map(String::valueOf).collect(Collectors.toSet()));
        return choice.options().stream()
                .filter(option -> named.isEmpty() || named.get().contains(option))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
