package io.falconet.dashboard.study.table;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.study.board.Range;
import io.falconet.space.outcome.Objective;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** From and to of one figure at a time. */
final class RangeField extends Div {
    private static final long serialVersionUID = 1;

    private final Select<Objective> of = new Select<>();
    private final NumberField low = end("at least");
    private final NumberField high = end("at most");
    private final transient BiConsumer<Objective, Optional<Range>> changed;
    private transient Map<Objective, Range> ranges = Map.of();

    RangeField(List<Objective> told, BiConsumer<Objective, Optional<Range>> changed) {
        this.changed = changed;
        addClassName("filter-group");
        of.setItems(told);
        of.setValue(told.get(0));
        of.setItemLabelGenerator(
                objective -> objective.label() + (objective.unit().isEmpty() ? "" : " (" + objective.unit() + ")"));
        of.setAriaLabel("Figure of which a range is chosen");
        of.addThemeName("small");
        of.addClassName("axis");
        of.addValueChangeListener(event -> show(ranges));
        add(of, low, new Span("to"), high);
    }

    private NumberField end(String placeholder) {
        NumberField end = new NumberField();
        end.setPlaceholder(placeholder);
        end.setAriaLabel(placeholder);
        end.addThemeName("small");
        end.addClassName("filter-end");
        end.setClearButtonVisible(true);
        end.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        end.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose();
            }
        });
        return end;
    }

    private void choose() {
        changed.accept(
                of.getValue(),
                Range.of(
                        Optional.ofNullable(low.getValue()).orElse(Double.NEGATIVE_INFINITY),
                        Optional.ofNullable(high.getValue()).orElse(Double.POSITIVE_INFINITY)));
    }

    void show(Map<Objective, Range> now) {
        ranges = now;
        Optional<Range> range = Optional.ofNullable(now.get(of.getValue()));
        low.setValue(range.map(Range::low).filter(Double::isFinite).orElse(null));
        high.setValue(range.map(Range::high).filter(Double::isFinite).orElse(null));
    }

    /** Such as {@code latency 2 to 5 ms}. */
    static String words(Objective objective, Range range) {
        String unit = objective.unit().isEmpty() ? "" : " " + objective.unit();
        String low = words(objective, range.low());
        String high = words(objective, range.high());
        return objective.label()
                + (Double.isInfinite(range.low())
                        ? " at most " + high
                        : Double.isInfinite(range.high()) ? " at least " + low : " " + low + " to " + high)
                + unit;
    }

    private static String words(Objective objective, double end) {
        return Double.isInfinite(end)
                ? ""
                : objective == Objective.PARAMETERS || objective == Objective.MACS
                        ? Figures.count(end)
                        : Figures.digits(end)
                                .replaceFirst("(\\.\\d*?)0+$", "$1")
                                .replaceFirst("\\.$", "");
    }
}
