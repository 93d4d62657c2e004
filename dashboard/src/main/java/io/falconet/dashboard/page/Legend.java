package io.falconet.dashboard.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** What the marks and colours of a drawing stand for. */
public final class Legend extends Div {
    private static final long serialVersionUID = 1;

    /** How a mark looks. */
    public enum Mark {
        SQUARE,
        ROUND,
        LINE,
        WHISKER
    }

    /** A legend without marks yet. */
    public Legend() {
        addClassName("legend");
    }

    /** Adds a mark of a colour and what it stands for. */
    public Legend with(Mark mark, String colour, String meaning) {
        Span key = new Span(meaning);
        key.addClassNames(
                "key",
                switch (mark) {
                    case SQUARE -> "key-square";
                    case ROUND -> "key-round";
                    case LINE -> "key-line";
                    case WHISKER -> "key-whisker";
                });
        key.getStyle().set("--key", colour);
        add(key);
        return this;
    }

    /** Adds a remark. */
    public Legend with(String remark) {
        add(new Span(remark));
        return this;
    }
}
