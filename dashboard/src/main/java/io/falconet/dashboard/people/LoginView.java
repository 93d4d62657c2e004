package io.falconet.dashboard.people;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.falconet.dashboard.page.Places;
import io.falconet.dashboard.security.Access;
import io.falconet.dashboard.security.Accounts;
import io.falconet.dashboard.security.Waits;
import java.time.Duration;
import java.util.Optional;

/** Where people sign in. */
@AnonymousAllowed
@PageTitle("Sign in · Falconet")
@Route(Places.LOGIN)
public final class LoginView extends Door implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;
    /** Set by whoever has just chosen a name and a password. */
    static final String WELCOME = "welcome";

    private final transient Access access;
    private final transient Accounts accounts;

    LoginView(Access access, Accounts accounts) {
        this.access = access;
        this.accounts = accounts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (access.present().isPresent()) {
            event.forwardTo(Places.STUDIES);
            return;
        }
        if (accounts.any()) {
            signIn(event.getLocation());
        } else {
            show(
                    "Nobody has an account yet",
                    new Paragraph(
                            "The dashboard printed a link when it started: open it, choose a name and a password, and you are the first admin. Its console has lost it? This prints another, on the same machine:"),
                    new Pre("./falconet dashboard --setup-link"));
        }
    }

    private void signIn(Location location) {
        Optional<String> trouble = trouble(location);
        LoginForm form = new LoginForm(words(trouble.orElse("")));
        form.setAction(Places.LOGIN);
        form.setForgotPasswordButtonVisible(false);
        form.setError(trouble.isPresent());
        Paragraph forgotten = new Paragraph(
                "Password forgotten? An admin can send you a link to a new one. Are you the admin, type ./falconet dashboard --setup-link on the server.");
        forgotten.addClassName("remark");
        Paragraph welcome = new Paragraph("It is set. Sign in with it.");
        welcome.setVisible(has(location, WELCOME));
        show("Sign in", welcome, form, forgotten);
    }

    private static boolean has(Location location, String parameter) {
        return location.getQueryParameters().getParameters().containsKey(parameter);
    }

    private static Optional<String> trouble(Location location) {
        Optional<Duration> wait = location.getQueryParameters()
                .getSingleParameter("wait")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        return wait.map(time -> "Too many attempts. Try again in " + Waits.words(time) + ".")
                .or(() -> has(location, "error")
                        ? Optional.of("That name and password do not belong together. Maybe a typing error?")
                        : Optional.empty());
    }

    private static LoginI18n words(String trouble) {
        LoginI18n words = LoginI18n.createDefault();
        words.getForm().setTitle("");
        words.getForm().setUsername("Name");
        words.getForm().setSubmit("Sign in");
        words.getErrorMessage().setTitle("Not signed in");
        words.getErrorMessage().setMessage(trouble);
        return words;
    }
}
