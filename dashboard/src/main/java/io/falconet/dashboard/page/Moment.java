package io.falconet.dashboard.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Instant;

/** An instant, shown in the reader's own time zone and language. */
@Tag("falconet-moment")
public final class Moment extends Component {
    private static final long serialVersionUID = 1;

    /** Shows an instant. */
    public Moment(Instant instant) {
        getElement().setAttribute("at", instant.toString());
    }
}
