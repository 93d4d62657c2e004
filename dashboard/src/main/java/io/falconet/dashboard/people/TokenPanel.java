package io.falconet.dashboard.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.falconet.dashboard.page.Moment;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.page.Term;
import io.falconet.dashboard.security.Accounts;
import io.falconet.dashboard.security.Who;
import io.falconet.results.ResultsException;
import io.falconet.results.people.ApiToken;
import io.falconet.results.people.Role;
import java.util.List;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The reader's tokens: made here, shown once, revoked. */
final class TokenPanel extends Div {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 100;

    private final transient Accounts accounts;
    private final TextField name = new TextField();
    private final Select<Role> role;
    private final Once secret = new Once("Token");
    private final Rows rows = new Rows("Your tokens", "Name", "Role", "Made", "Used", "Access");
    private final Paragraph none =
            new Paragraph("None yet. A script that reads the API shows one in the place of your password.");

    TokenPanel(Accounts accounts, Who who) {
        this.accounts = accounts;
        name.setPlaceholder("what it is for");
        name.setAriaLabel("Name of the new token");
        name.setMaxLength(LONGEST);
        name.addThemeName("small");
        role = Roles.choice("Role of the new token", who.role());
        role.setValue(Role.VIEWER);
        Button make = new Button("Make a token", clicked -> make());
        make.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(name, role, make);
        fields.addClassName("panel-controls");
        none.addClassName("remark");
        add(new Panel(
                        new Term("Tokens", "What a program shows to read the API in your name. " + Roles.MEANING),
                        none,
                        rows,
                        secret,
                        example())
                .with(fields));
        refresh();
    }

    private static Component example() {
        return new Pre("curl -H \"Authorization: Bearer TOKEN\" %s/api/v1/studies"
                .formatted(ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()));
    }

    private void make() {
        String chosen = name.getValue().strip();
        name.setInvalid(chosen.isEmpty());
        name.setErrorMessage("Expected a name, found none.");
        if (chosen.isEmpty()) {
            return;
        }
        try {
            secret.show(
                    accounts.makeToken(chosen, role.getValue()),
                    "Copy it now: it is shown this once, and nobody can tell it again.");
            name.clear();
        } catch (ResultsException e) {
            name.setErrorMessage(e.getMessage());
            name.setInvalid(true);
        }
        refresh();
    }

    private void refresh() {
        List<ApiToken> tokens = accounts.tokens();
        none.setVisible(tokens.isEmpty());
        rows.setVisible(!tokens.isEmpty());
        rows.clear();
        tokens.forEach(token -> rows.row(
                new Span(token.name()),
                new Span(Roles.word(token.role())),
                new Moment(token.created()),
                token.used().<Component>map(Moment::new).orElseGet(() -> new Span("never")),
                revoke(token)));
    }

    private Button revoke(ApiToken token) {
        Button revoke = new Button("Revoke", clicked -> {
            accounts.revoke(token.name());
            secret.hide();
            refresh();
        });
        revoke.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        revoke.setAriaLabel("Revoke: " + token.name());
        return revoke;
    }
}
