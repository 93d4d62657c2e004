package io.falconet.dashboard.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A titled part of a page, with room for controls beside its title. */
public final class Panel extends Section {
    private static final long serialVersionUID = 1;

    private final Div head;

    /** A panel with that title and content. */
    public Panel(Component title, Component... content) {
        addClassName("panel");
        head = new Div(new H2(title));
        head.addClassName("panel-head");
        add(head);
        add(content);
    }

    /** Adds controls beside the title. */
    public Panel with(Component... controls) {
        Div group = new Div(controls);
        group.addClassName("panel-controls");
        head.add(group);
        return this;
    }
}
