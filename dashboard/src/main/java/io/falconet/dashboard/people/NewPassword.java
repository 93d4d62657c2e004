package io.falconet.dashboard.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import io.falconet.dashboard.security.Credentials;
import java.util.Optional;

/** A new password, typed twice. */
final class NewPassword extends Div {
    private static final long serialVersionUID = 1;

    private final PasswordField first = new PasswordField("New password");
    private final PasswordField second = new PasswordField("The same again");

    NewPassword() {
        addClassName("fields");
        first.setAutocomplete(Autocomplete.NEW_PASSWORD);
        second.setAutocomplete(Autocomplete.NEW_PASSWORD);
        first.setHelperText("At least 10 characters; four words that do not belong together are good");
        add(first, second);
    }

    /** What was typed; nothing where it will not do, which is shown. */
    Optional<String> read(String name) {
        Optional<String> fault = Credentials.fault(first.getValue(), name);
        boolean differs = !first.getValue().equals(second.getValue());
        first.setErrorMessage(fault.orElse(""));
        first.setInvalid(fault.isPresent());
        second.setErrorMessage("Expected the same twice, found two. Maybe a typing error?");
        second.setInvalid(differs);
        return fault.isPresent() || differs ? Optional.empty() : Optional.of(first.getValue());
    }

    void clear() {
        first.clear();
        second.clear();
    }
}
