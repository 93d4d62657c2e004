package io.falconet.dashboard.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.falconet.dashboard.page.Frame;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.page.Places;
import io.falconet.dashboard.security.Access;
import io.falconet.dashboard.security.Accounts;
import io.falconet.dashboard.security.Who;
import io.falconet.results.ResultsException;
import jakarta.annotation.security.PermitAll;

/** The reader's own password and tokens. */
@PermitAll
@PageTitle("Your account · Falconet")
@Route(value = Places.ACCOUNT, layout = Frame.class)
public final class AccountView extends Div {
    private static final long serialVersionUID = 1;

    private final transient Accounts accounts;
    private final transient Who who;
    private final PasswordField old = new PasswordField("Password now");
    private final NewPassword next = new NewPassword();

    AccountView(Access access, Accounts accounts) {
        this.accounts = accounts;
        this.who = access.who();
        add(new H1("Your account"));
        if (access.open()) {
            Div none = new Div(
                    new Paragraph(
                            "Nobody signs in here: the dashboard was started with --no-login, so there are no passwords, and programs on this machine need no tokens."));
            none.addClassName("empty");
            add(none);
        } else {
            add(new Paragraph("Signed in as %s: you are %s."
                    .formatted(who.name(), who.role().words())));
            add(new TokenPanel(accounts, who), new Panel(new Span("Password"), password()));
        }
    }

    private Component password() {
        old.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        Button change = new Button("Change the password", clicked -> change());
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph remark = new Paragraph("You sign in by the new one afterwards, here and everywhere else.");
        remark.addClassName("remark");
        Div fields = new Div(old, next, remark, change);
        fields.addClassName("fields");
        return fields;
    }

    private void change() {
        old.setInvalid(false);
        next.read(who.name()).ifPresent(word -> {
            try {
                if (accounts.changePassword(old.getValue(), word)) {
                    getUI().ifPresent(ui -> ui.getPage().setLocation(Places.LOGIN + "?" + LoginView.WELCOME));
                } else {
                    wrong("That is not your password.");
                }
            } catch (ResultsException e) {
                wrong(e.getMessage());
            }
        });
    }

    private void wrong(String why) {
        old.setErrorMessage(why);
        old.setInvalid(true);
    }
}
