package io.falconet.dashboard.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One figure with its name above and a remark below. */
public final class Tile extends Div {
    private static final long serialVersionUID = 1;

    private final Span figure = new Span();
    private final Span remark = new Span();

    /** A tile of that name without a figure yet. */
    public Tile(Component name) {
        addClassName("tile");
        name.getElement().getClassList().add("tile-name");
        figure.addClassName("tile-figure");
        remark.addClassName("tile-remark");
        add(name, figure, remark);
    }

    /** A tile of that name without a figure yet. */
    public Tile(String name) {
        this(new Span(name));
    }

    /** Shows a figure. */
    public Tile show(String value, String about) {
        figure.setText(value);
        remark.setText(about);
        return this;
    }
}
