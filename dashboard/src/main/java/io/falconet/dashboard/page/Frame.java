package io.falconet.dashboard.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLayout;

/** The frame around every page: the product's name above, the page below. */
public final class Frame extends Div implements RouterLayout {
    private static final long serialVersionUID = 1;

    private final Main page = new Main();

    /** An empty frame. */
    public Frame() {
        addClassName("frame");
        Image logo = new Image("falconet/falconet.svg", "");
        logo.addClassName("logo");
        Anchor home = new Anchor(".", logo, new Span("Falconet"));
        home.setRouterIgnore(false);
        home.addClassName("home");
        Span claim = new Span("small, fast detectors for your data and your device");
        claim.addClassName("claim");
        Header header =
                new Header(home, claim, new Nav(new Anchor(".", "Studies"), new Anchor(Places.DEVICES, "Devices")));
        header.addClassName("header");
        page.addClassName("page");
        add(header, page);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("context://falconet/moment.js");
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.getElement().removeAllChildren();
        page.getElement().appendChild(content.getElement());
    }
}
