package io.falconet.dashboard.page;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Stands where there is no page, study or trial of the address asked for. */
@AnonymousAllowed
@PageTitle("Nothing here · Falconet")
@ParentLayout(Frame.class)
public final class NotFoundView extends Div implements HasErrorParameter<NotFoundException> {
    private static final long serialVersionUID = 1;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        String message = error.getException().getMessage();
        Div found = new Div(
                new H1("Nothing here"),
                new Paragraph(
                        message == null || message.isBlank()
                                ? "There is no page at " + event.getLocation().getPath() + "."
                                : message),
                new Anchor(".", "Maybe it is among the studies."));
        found.addClassName("empty");
        removeAll();
        add(found);
        return 404;
    }
}
