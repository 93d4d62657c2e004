package io.falconet.dashboard.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;

/** What a page shows to those who are not in yet: the product's name, a title, and a card with what to do. */
class Door extends Div {
    private static final long serialVersionUID = 1;

    private final Div card = new Div();

    Door() {
        addClassName("door");
        card.addClassName("door-card");
        Image logo = new Image("falconet/falconet.svg", "");
        logo.addClassName("logo");
        Div name = new Div(logo, new Span("Falconet"));
        name.addClassName("door-name");
        Main main = new Main(name, card);
        add(main);
    }

    /** Shows something else in the card. */
    final void show(String title, Component... content) {
        card.removeAll();
        card.add(new H1(title));
        card.add(content);
    }
}
