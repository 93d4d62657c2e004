package io.falconet.dashboard.create;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Objective;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.StudyDraft;
import io.falconet.space.study.StudySpec.StrategySpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The keys of a study file as fields: those that most studies set. The file may say more. */
final class StudyFields extends Div {
    private static final long serialVersionUID = 1;

    private final transient Consumer<UnaryOperator<StudyDraft>> changed;
    private final transient List<DraftField<?, ?>> fields = new ArrayList<>();
    private final ChoiceFields choices;

    /**
     * Fields that show nothing yet.
     *
     * @param devices names to choose from
     * @param changed told how the reader wants the file changed
     */
    StudyFields(List<String> devices, Consumer<UnaryOperator<StudyDraft>> changed) {
        this.changed = changed;
        this.choices = new ChoiceFields(changed);
        addClassName("study-fields");
        add(
                group("What", text("Name", "name"), data()),
                group("Search among", choice("Space", SearchSpaces.names(), "", "space"), narrowing()),
                group(
                        "For",
                        objectives(),
                        text("Parameters at most", "limits", "parameters"),
                        text("MACs at most", "limits", "macs"),
                        text("Latency at most (ms)", "limits", "latency")),
                group(
                        "Train each",
                        choice("Recipe", RecipeSpec.NAMES, RecipeSpec.USUAL.name(), "recipe", "name"),
                        number("Epochs", "fidelity", "epochs"),
                        text("Images", "fidelity", "images"),
                        number("Batch", "fidelity", "batch")),
                group(
                        "How",
                        choice("Strategy", StrategySpec.NAMES, StrategySpec.USUAL.name(), "strategy", "name"),
                        number("Trials", "trials"),
                        number("Seed", "seed"),
                        choice("Latency on", devices, DeviceProfile.LOCAL, "device", "name"),
                        number("Threads of an inference", "device", "threads"),
                        number("Trainings at a time", "slots")));
    }

    /** Shows what a draft says. */
    void show(StudyDraft draft) {
        fields.forEach(field -> field.show(draft));
        choices.show(draft);
    }

    private static Component group(String title, Component... fields) {
        Div row = new Div(fields);
        row.addClassName("fields");
        Div group = new Div(new H3(title), row);
        group.addClassName("field-group");
        return group;
    }

    private Component narrowing() {
        Details details = new Details("Narrow the space", choices);
        details.addClassName("wide-field");
        return details;
    }

    private Component text(String label, String... path) {
        TextField field = new TextField(label);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setClearButtonVisible(path.length > 1);
        return kept(DraftField.of(field, String::valueOf, StudyFields::number, path));
    }

    private Component number(String label, String... path) {
        IntegerField field = new IntegerField(label);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setStepButtonsVisible(true);
        return kept(DraftField.of(
                field,
                value -> value instanceof Number number ? (Integer) number.intValue() : null,
                value -> Optional.ofNullable((Object) value),
                path));
    }

    /** @param usual what it is where the file says nothing */
    private Component choice(String label, List<String> options, String usual, String... path) {
        Select<String> select = new Select<>();
        select.setLabel(label);
        select.setPlaceholder(usual);
        select.setItems(options);
        Function<Object, String> shown =
                value -> options.contains(String.valueOf(value)) ? String.valueOf(value) : null;
        return kept(DraftField.of(select, shown, value -> Optional.ofNullable((Object) value), path));
    }

    /** Annotations and images may be named one by one in their place, which the file tells. */
    private Component data() {
        TextField data = new TextField("Data: a folder or a file on the server");
        data.setPlaceholder("as the file says");
        data.addClassName("wide-field");
        data.setValueChangeMode(ValueChangeMode.LAZY);
        return kept(new DraftField<>(
                data,
                draft -> draft.find("data", "path").map(String::valueOf).orElse(""),
                typed ->
                        draft -> typed.isBlank() ? draft : draft.without("data").with(typed.strip(), "data", "path")));
    }

    private Component objectives() {
        MultiSelectComboBox<Objective> objectives = new MultiSelectComboBox<>("Objectives");
        objectives.addClassName("wide-field");
        objectives.setItems(Objective.values());
        objectives.setItemLabelGenerator(Objective::label);
        Function<Object, Set<Objective>> shown = value -> value instanceof Collection<?> keys
                ? keys.stream()
                        .flatMap(key -> Objective.of(String.valueOf(key)).stream())
                        .collect(Collectors.toSet())
                : Set.of();
        return kept(DraftField.<Set<Objective>, MultiSelectComboBox<Objective>>of(
                objectives,
                shown,
                value -> value.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                value.stream().sorted().map(Objective::key).toList()),
                "objectives"));
    }

    /** A text, or the number that it is. */
    private static Optional<Object> number(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(typed.matches("\\d{1,9}") ? (Object) Integer.valueOf(typed) : typed);
    }

    private <V, C extends Component & HasValue<?, V>> Component kept(DraftField<V, C> field) {
        fields.add(field.onChange(changed));
        return field.input();
    }
}
