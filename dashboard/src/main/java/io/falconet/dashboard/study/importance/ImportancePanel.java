package io.falconet.dashboard.study.importance;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.Term;
import io.falconet.dashboard.study.board.Board;
import io.falconet.dashboard.study.importance.Learned.Row;
import io.falconet.space.outcome.Objective;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which decisions matter to an objective, the most important first. It is learned in the background. */
public final class ImportancePanel extends Div {
    private static final long serialVersionUID = 1;

    private static final int SHOWN = 12;

    private final transient Importances importances;
    private final Select<Objective> to = new Select<>();
    private final Paragraph remark = new Paragraph();
    private final Div table = new Div();
    private transient Optional<Board> board = Optional.empty();

    /**
     * A panel that knows nothing yet.
     *
     * @param objectives to which decisions may matter; the first one is shown
     */
    public ImportancePanel(Importances importances, List<Objective> objectives) {
        this.importances = importances;
        addClassName("importance");
        to.setItems(objectives);
        to.setValue(objectives.get(0));
        to.setItemLabelGenerator(Objective::label);
        to.setAriaLabel("To what decisions matter");
        to.addThemeName("small");
        to.addClassName("axis");
        to.addValueChangeListener(changed -> ask());
        remark.addClassName("remark");
        remark.setText("Not known yet.");
        add(table, remark);
    }

    /** To what decisions matter, to be chosen. */
    public Select<Objective> objective() {
        return to;
    }

    /** Shows what the trials on a board tell. */
    public void show(Board other) {
        board = Optional.of(other);
        ask();
    }

    private void ask() {
        Optional<UI> ui = getUI();
        if (board.isPresent() && ui.isPresent()) {
            Objective objective = to.getValue();
            importances.ask(board.get(), objective, learned -> ui.get().access(() -> tell(learned)));
        }
    }

    private void tell(Learned learned) {
        if (learned.objective() != to.getValue()) {
            return;
        }
        table.removeAll();
        if (!learned.rows().isEmpty()) {
            table.add(table(learned.rows()));
        }
        remark.setText(learned.doubt().map(doubt -> doubt + " ").orElse("") + rests(learned));
    }

    private static String rests(Learned learned) {
        if (learned.rows().isEmpty()) {
            return "";
        }
        String more = learned.rows().size() > SHOWN
                ? " %d decisions that matter less are left out."
                        .formatted(learned.rows().size() - SHOWN)
                : "";
        return String.format(
                        Locale.ROOT,
                        "Learned from %,d%s trials that were trained in full; it foretells %s of how others differ.",
                        learned.from(),
                        learned.from() < learned.trials()
                                ? String.format(Locale.ROOT, " (drawn by chance) of %,d", learned.trials())
                                : "",
                        Figures.share(Math.max(0, learned.fit())))
                + more;
    }

    private static NativeTable table(List<Row> rows) {
        NativeTable table = new NativeTable();
        table.addClassName("importance-table");
        NativeTableRow head = table.getHead().addRow();
        head.add(new NativeTableHeaderCell(new Span("Decision")));
        head.add(
                new NativeTableHeaderCell(
                        new Term(
                                "In all",
                                "Share of the differences between networks of the whole space that would be gone if this decision were fixed, alone or together with others.")));
        head.add(new NativeTableHeaderCell(
                new Term("Alone", "Share that follows from this decision, whatever else is decided.")));
        head.add(new NativeTableHeaderCell(new Span("")));
        for (Row each : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            NativeTableRow row = table.getBody().addRow();
            row.add(new NativeTableCell(new Span(each.decision())));
            row.add(new NativeTableCell(new Span(Figures.share(each.effect().total()))));
            row.add(new NativeTableCell(new Span(Figures.share(each.effect().main()))));
            row.add(new NativeTableCell(bar(each)));
        }
        return table;
    }

    private static Span bar(Row row) {
        Span bar = new Span();
        bar.addClassName("importance-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.getStyle()
                .set("--total", String.format(Locale.ROOT, "%.4f", row.effect().total()))
                .set(
                        "--main",
                        String.format(
                                Locale.ROOT,
                                "%.4f",
                                Math.min(row.effect().main(), row.effect().total())));
        return bar;
    }
}
