package io.falconet.dashboard.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.falconet.dashboard.page.Frame;
import io.falconet.dashboard.page.Moment;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.page.Places;
import io.falconet.dashboard.page.Term;
import io.falconet.dashboard.security.Accounts;
import io.falconet.dashboard.security.Admissions;
import io.falconet.results.ResultsException;
import io.falconet.results.people.Account;
import io.falconet.results.people.AuditLog;
import io.falconet.results.people.Role;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who may come in, by which role, and what everybody did. For admins. */
@RolesAllowed("ADMIN")
@PageTitle("People · Falconet")
@Route(value = Places.PEOPLE, layout = Frame.class)
public final class PeopleView extends Div {
    private static final long serialVersionUID = 1;

    private final transient Accounts accounts;
    private final transient Admissions admissions;
    private final Rows people = new Rows("Accounts", "Name", "Role", "Since", "Password", "Access");
    private final Once link = new Once("Link");
    private final Paragraph trouble = new Paragraph();
    private final AuditPanel audit;

    PeopleView(Accounts accounts, Admissions admissions, AuditLog log) {
        this.accounts = accounts;
        this.admissions = admissions;
        this.audit = new AuditPanel(log);
        trouble.addClassName("cause");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        add(
                new H1("People"),
                new Panel(new Term("Accounts", Roles.MEANING), people, trouble, link).with(invitation()),
                audit);
        refresh();
    }

    private Component invitation() {
        Select<Role> role = Roles.choice("Role of the new account", Role.ADMIN);
        role.setValue(Role.VIEWER);
        Button invite = new Button(
                "Invite",
                clicked -> shown(
                        admissions.invite(role.getValue()),
                        "Give it to one person: whoever opens it first chooses a name and a password, and is %s. It lets in for 3 days, and is shown here once."
                                .formatted(role.getValue().words())));
        invite.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        Div invitation = new Div(role, invite);
        invitation.addClassName("panel-controls");
        return invitation;
    }

    private void shown(String key, String about) {
        trouble.setVisible(false);
        link.show(
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/" + Places.JOIN)
                        .queryParam("key", key)
                        .toUriString(),
                about);
        audit.refresh();
    }

    private void refresh() {
        people.clear();
        accounts.list().forEach(this::row);
        audit.refresh();
    }

    private void row(Account account) {
        Select<Role> role = Roles.choice("Role of " + account.name(), Role.ADMIN);
        role.setValue(account.role());
        role.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                act(() -> accounts.changeRole(account.name(), changed.getValue()));
            }
        });
        Button enabled = button(
                account.enabled() ? "Disable" : "Enable",
                account,
                () -> act(() -> {
                    if (account.enabled()) {
                        accounts.disable(account.name());
                    } else {
                        accounts.enable(account.name());
                    }
                }));
        Button renew = button(
                "New password",
                account,
                () -> shown(
                        admissions.renew(account),
                        "Give it to %s: it sets another password for that account, once, within 3 days. The one there is counts until then."
                                .formatted(account.name())));
        Span name = new Span(account.name());
        if (!account.enabled()) {
            Span disabled = new Span("disabled");
            disabled.addClassNames("chip", "chip-quiet");
            name.add(new Span(" "), disabled);
        }
        people.row(name, role, new Moment(account.created()), enabled, renew);
    }

    private static Button button(String words, Account account, Runnable action) {
        Button button = new Button(words, clicked -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(words + ": " + account.name());
        return button;
    }

    private void act(Runnable action) {
        link.hide();
        trouble.setVisible(false);
        try {
            action.run();
        } catch (ResultsException e) {
            trouble.setText(e.getMessage());
            trouble.setVisible(true);
        }
        refresh();
    }
}
