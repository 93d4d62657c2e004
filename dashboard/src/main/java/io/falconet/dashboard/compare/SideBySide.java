package io.falconet.dashboard.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.falconet.dashboard.page.Places;
import java.util.List;

/** A table with a column a trial. Where there is no room for columns, each row is a block with its name above. */
final class SideBySide extends NativeTable {
    private static final long serialVersionUID = 1;

    private final transient List<Compared> trials;

    /**
     * A table without rows yet.
     *
     * @param study name of the trials' study
     * @param caption what it shows, for those who cannot see it
     */
    SideBySide(String study, List<Compared> trials, String caption) {
        this.trials = trials;
        addClassName("side-by-side");
        role(this, "table");
        getElement().setAttribute("aria-label", caption);
        NativeTableRow head = getHead().addRow();
        role(getHead(), "rowgroup");
        role(getBody(), "rowgroup");
        role(head, "row");
        Span what = new Span("what");
        what.addClassName("unseen");
        NativeTableHeaderCell corner = new NativeTableHeaderCell(what);
        role(corner, "columnheader");
        head.add(corner);
        for (Compared each : trials) {
            Span key = new Span(new Anchor(Places.link(study, each.trial().number()), each.name()));
            key.addClassNames("key", "key-square");
            key.getStyle().set("--key", each.colour());
            NativeTableHeaderCell cell = new NativeTableHeaderCell(key);
            role(cell, "columnheader");
            head.add(cell);
        }
    }

    /**
     * Adds a row.
     *
     * @param cells by trial
     * @param classes of the row
     */
    SideBySide row(Component name, List<? extends Component> cells, String... classes) {
        NativeTableRow row = getBody().addRow();
        role(row, "row");
        row.addClassNames(classes);
        NativeTableHeaderCell header = new NativeTableHeaderCell(name);
        role(header, "rowheader");
        row.add(header);
        for (int i = 0; i < cells.size(); i++) {
            NativeTableCell cell = new NativeTableCell(cells.get(i));
            role(cell, "cell");
            cell.getElement().setAttribute("data-trial", trials.get(i).name());
            row.add(cell);
        }
        return this;
    }

    /** Said outright: a table that is laid out as blocks is none to some screen readers otherwise. */
    private static void role(Component part, String role) {
        part.getElement().setAttribute("role", role);
    }
}
