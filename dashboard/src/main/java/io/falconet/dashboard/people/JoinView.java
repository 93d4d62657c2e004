package io.falconet.dashboard.people;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.falconet.dashboard.page.Places;
import io.falconet.dashboard.security.Admissions;
import io.falconet.dashboard.security.Credentials;
import io.falconet.results.ResultsException;
import io.falconet.results.people.Invitation;

/** Where a link leads that lets in once: whoever comes by it chooses a name and a password. */
@AnonymousAllowed
@PageTitle("Welcome · Falconet")
@Route(Places.SETUP)
@RouteAlias(Places.JOIN)
public final class JoinView extends Door implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient Admissions admissions;
    private final TextField name = new TextField("Name");
    private final NewPassword password = new NewPassword();
    private final Paragraph trouble = new Paragraph();
    private final Button enter = new Button("", clicked -> enter());
    private String key = "";

    JoinView(Admissions admissions) {
        this.admissions = admissions;
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setHelperText("Letters a to z, digits and . _ @ + -");
        trouble.addClassName("cause");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enter.addClickShortcut(Key.ENTER);
        enter.setDisableOnClick(true);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        key = event.getLocation().getQueryParameters().getSingleParameter("key").orElse("");
        admissions.find(key).ifPresentOrElse(this::welcome, this::refuse);
    }

    private void refuse() {
        show(
                "This link lets in no more",
                new Paragraph(
                        "It was used before, has expired, or was not copied to its end. Maybe ask for a new one: an admin makes it on the page People, and on the server this prints one: ./falconet dashboard --setup-link"),
                new Anchor(Places.LOGIN, "Sign in"));
    }

    private void welcome(Invitation invitation) {
        invitation.account().ifPresent(known -> {
            name.setValue(known);
            name.setReadOnly(true);
        });
        enter.setText(invitation.account().isPresent() ? "Set the password" : "Make the account");
        show(
                "Welcome",
                new Paragraph(
                        switch (invitation.kind()) {
                            case SETUP ->
                                "Choose a name and a password: you will be an admin, and let in others. A name that there is gets the new password.";
                            case JOIN ->
                                "Choose a name and a password: you will be %s."
                                        .formatted(invitation.role().words());
                            case PASSWORD -> "Choose a new password.";
                        }),
                name,
                password,
                trouble,
                enter);
    }

    private void enter() {
        try {
            String chosen = Credentials.name(name.getValue());
            name.setInvalid(false);
            password.read(chosen).ifPresent(word -> {
                admissions.enter(key, chosen, word);
                getUI().ifPresent(ui -> ui.getPage().setLocation(Places.LOGIN + "?" + LoginView.WELCOME));
            });
        } catch (IllegalArgumentException e) {
            name.setErrorMessage(e.getMessage());
            name.setInvalid(true);
        } catch (ResultsException e) {
            trouble.setText(e.getMessage());
            trouble.setVisible(true);
        } finally {
            enter.setEnabled(true);
        }
    }
}
