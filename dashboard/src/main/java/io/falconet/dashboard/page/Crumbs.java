package io.falconet.dashboard.page;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/** The way back: the pages above this one. */
public final class Crumbs extends Nav {
    private static final long serialVersionUID = 1;

    private Crumbs() {
        addClassName("crumbs");
        getElement().setAttribute("aria-label", "Where you are");
        add(new Anchor(".", "Studies"));
    }

    /** Above a page of that title, right under the list of studies. */
    public static Crumbs to(String title) {
        Crumbs crumbs = new Crumbs();
        crumbs.add(new Span("/"), new Span(title));
        return crumbs;
    }

    /** Above a study's page. */
    public static Crumbs study(String study) {
        return to(study);
    }

    /** Above a trial's page. */
    public static Crumbs trial(String study, int trial) {
        Crumbs crumbs = new Crumbs();
        crumbs.add(new Span("/"), new Anchor(Places.link(study), study), new Span("/"), new Span("trial " + trial));
        return crumbs;
    }

    /** Above trials side by side. */
    public static Crumbs compare(String study) {
        Crumbs crumbs = new Crumbs();
        crumbs.add(new Span("/"), new Anchor(Places.link(study), study), new Span("/"), new Span("compare"));
        return crumbs;
    }
}
