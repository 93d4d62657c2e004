package io.falconet.dashboard.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Facts by name, in two columns. */
public final class Facts extends DescriptionList {
    private static final long serialVersionUID = 1;

    /** A list without facts yet. */
    public Facts() {
        addClassName("facts");
    }

    /** Adds a fact. */
    public Facts add(String name, String value) {
        return add(name, new Span(value));
    }

    /** Adds a fact. */
    public Facts add(String name, Component value) {
        Term term = new Term(name);
        Description description = new Description(value);
        add(term, description);
        return this;
    }
}
