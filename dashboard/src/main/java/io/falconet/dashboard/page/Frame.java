package io.falconet.dashboard.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.falconet.dashboard.security.Access;
import io.falconet.dashboard.security.Audit;
import io.falconet.dashboard.security.Who;
import io.falconet.results.people.Role;

/** The frame around every page: the product's name above, who reads it, and the page below. */
@AnonymousAllowed
public final class Frame extends Div implements RouterLayout {
    private static final long serialVersionUID = 1;

    private final Main page = new Main();

    /** An empty frame. */
    Frame(Access access, Audit audit) {
        addClassName("frame");
        Image logo = new Image("falconet/falconet.svg", "");
        logo.addClassName("logo");
        Anchor home = new Anchor(".", logo, new Span("Falconet"));
        home.setRouterIgnore(false);
        home.addClassName("home");
        Span claim = new Span("small, fast detectors for your data and your device");
        claim.addClassName("claim");
        Nav nav = new Nav(new Anchor(".", "Studies"), new Anchor(Places.DEVICES, "Devices"));
        nav.getElement().setAttribute("aria-label", "Pages");
        if (access.may(Role.ADMIN)) {
            nav.add(new Anchor(Places.PEOPLE, "People"));
        }
        Header header = new Header(home, claim, nav);
        header.addClassName("header");
        if (access.open()) {
            header.add(unlocked());
        } else {
            access.present().ifPresent(who -> header.add(reader(who, access, audit)));
        }
        page.addClassName("page");
        add(header, page);
    }

    private static Component unlocked() {
        Span unlocked = new Term(
                "no login",
                "The dashboard was started with --no-login: whoever uses this machine may do everything. Nobody else reaches it.");
        unlocked.addClassNames("chip", "unlocked");
        return unlocked;
    }

    private static Component reader(Who who, Access access, Audit audit) {
        Anchor account = new Anchor(Places.ACCOUNT, who.name());
        account.setTitle("Your password and tokens; you are " + who.role().words());
        NativeButton leave = new NativeButton("Sign out", clicked -> {
            audit.record("signed out", "");
            access.leave();
        });
        Div reader = new Div(account, leave);
        reader.addClassName("reader");
        return reader;
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
