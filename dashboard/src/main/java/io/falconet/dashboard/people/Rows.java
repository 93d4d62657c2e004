package io.falconet.dashboard.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;

/** A small table: plain rows of plain cells, which screen readers and narrow windows take well. */
final class Rows extends Div {
    private static final long serialVersionUID = 1;

    private final HtmlContainer body = new HtmlContainer("tbody");

    /** A table without rows yet. */
    Rows(String label, String... columns) {
        addClassName("rows");
        HtmlContainer head = new HtmlContainer("tr");
        for (String column : columns) {
            HtmlContainer cell = new HtmlContainer("th");
            cell.setText(column);
            role(cell, "columnheader");
            head.add(cell);
        }
        HtmlContainer table = new HtmlContainer("table", new HtmlContainer("thead", head), body);
        role(head, "row");
        role(table, "table");
        table.getElement().setAttribute("aria-label", label);
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        add(table);
    }

    void clear() {
        body.removeAll();
    }

    void row(Component... cells) {
        HtmlContainer row = new HtmlContainer("tr");
        for (Component cell : cells) {
            row.add(role(new HtmlContainer("td", cell), "cell"));
        }
        body.add(role(row, "row"));
    }

    /** Browsers forget what a row is where it is not laid out as one: on a phone its cells wrap. */
    private static HtmlContainer role(HtmlContainer part, String role) {
        part.getElement().setAttribute("role", role);
        return part;
    }
}
