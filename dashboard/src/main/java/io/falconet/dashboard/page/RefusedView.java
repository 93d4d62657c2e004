package io.falconet.dashboard.page;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Stands where the reader's role does not reach. */
@AnonymousAllowed
@PageTitle("Not for you · Falconet")
@ParentLayout(Frame.class)
public final class RefusedView extends Div implements HasErrorParameter<AccessDeniedException> {
    private static final long serialVersionUID = 1;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        Div refused = new Div(
                new H1("Not for you"),
                new Paragraph("This page is for people of another role. Maybe ask an admin to change yours."),
                new Anchor(".", "Go to the studies"));
        refused.addClassName("empty");
        removeAll();
        add(refused);
        return 403;
    }
}
