package io.falconet.dashboard.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** A secret that is shown once, to be copied; hidden until there is one. */
final class Once extends Div {
    private static final long serialVersionUID = 1;

    private final TextField secret;
    private final Paragraph remark = new Paragraph();

    /** A place for a secret of that kind. */
    Once(String label) {
        addClassName("once");
        getElement().setAttribute("role", "status");
        secret = new TextField(label);
        secret.setReadOnly(true);
        secret.setAutoselect(true);
        secret.setWidthFull();
        remark.addClassName("remark");
        add(secret, remark);
        setVisible(false);
    }

    /** Shows one. */
    void show(String value, String about) {
        secret.setValue(value);
        remark.setText(about);
        setVisible(true);
        secret.focus();
    }

    void hide() {
        secret.clear();
        setVisible(false);
    }
}
