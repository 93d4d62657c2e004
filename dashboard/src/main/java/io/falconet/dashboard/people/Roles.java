package io.falconet.dashboard.people;

import com.vaadin.flow.component.select.Select;
import io.falconet.results.people.Role;
import java.util.Arrays;
import java.util.Locale;

/** Roles to choose from, in words. */
final class Roles {
    /** What each role may, for those who give one. */
    static final String MEANING =
            "A viewer sees studies, trials and devices, and takes files away. An operator also begins, pauses, resumes and cancels studies. An admin also says who may come in.";

    private Roles() {}

    static Select<Role> choice(String label, Role most) {
        Select<Role> choice = new Select<>();
        choice.setItems(Arrays.stream(Role.values()).filter(most::covers).toList());
        choice.setItemLabelGenerator(Roles::word);
        choice.setAriaLabel(label);
        choice.addThemeName("small");
        choice.addClassName("role");
        return choice;
    }

    static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
