package io.falconet.dashboard.study;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import io.falconet.dashboard.page.Places;
import io.falconet.dashboard.security.Access;
import io.falconet.dashboard.security.Audit;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.Wish;
import io.falconet.results.people.Role;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

/** What operators can do with a study. Its driver, wherever it runs, hears of it within seconds. */
final class StudyActions extends Div {
    private static final long serialVersionUID = 1;
    private static final int SHOWN_MILLIS = 8000;
    /** For the log of who did what. */
    private static final Map<Wish, String> WORDS = Map.of(
            Wish.QUEUE, "queued a study",
            Wish.PAUSE, "paused a study",
            Wish.STOP, "stopped a study",
            Wish.CANCEL, "cancelled a study");

    private final transient ResultsDb db;
    private final transient Clock clock;
    private final transient Access access;
    private final transient Audit audit;
    private final transient Map<Wish, Button> buttons = new EnumMap<>(Wish.class);
    private final Anchor again = new Anchor("", "Clone");
    private transient StudyRecord study;

    StudyActions(ResultsDb db, Clock clock, Access access, Audit audit) {
        this.db = db;
        this.clock = clock;
        this.access = access;
        this.audit = audit;
        addClassName("actions");
        add(Wish.QUEUE, "Queue", "Searched by the next worker that has time.");
        add(Wish.PAUSE, "Pause", "No further trial starts; those in flight finish.");
        add(Wish.STOP, "Stop", "Now: what is in flight is trained again when the study goes on.");
        add(Wish.CANCEL, "Cancel", "As stop, and it never goes on; what it found stays.");
        buttons.get(Wish.CANCEL).addThemeVariants(ButtonVariant.LUMO_ERROR);
        again.setTitle("A new study, with this one's file to begin with.");
        again.addClassName("action");
        add(again);
    }

    private void add(Wish wish, String name, String meaning) {
        Button button = new Button(name, click -> {
            if (wish == Wish.CANCEL) {
                confirm();
            } else {
                tell(wish);
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setTooltipText(meaning);
        buttons.put(wish, button);
        add(button);
    }

    /** Offers what makes sense of the study as it is now. */
    void show(StudyRecord now) {
        study = now;
        setVisible(access.may(Role.OPERATOR));
        buttons.forEach((wish, button) -> button.setVisible(wish.possible(now)));
        again.setHref(Places.cloneOf(now.name()));
        again.setVisible(now.imported().isEmpty());
    }

    private void confirm() {
        ConfirmDialog dialog = new ConfirmDialog(
                "Cancel " + study.name() + "?",
                "It lets go within seconds and never goes on. What it found stays.",
                "Cancel the study",
                confirmed -> tell(Wish.CANCEL),
                "Let it be",
                kept -> {});
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void tell(Wish wish) {
        access.require(Role.OPERATOR);
        if (wish.tell(db.studies(), study.id(), clock.instant())) {
            audit.record(WORDS.get(wish), study.name());
        } else {
            refused(wish);
        }
    }

    /** Somebody else was faster. */
    private void refused(Wish wish) {
        StudyState found = db.studies().find(study.id()).map(StudyRecord::state).orElse(study.state());
        Notification.show(
                wish.problem(study.name(), found) + " Maybe " + Wish.remedy(found),
                SHOWN_MILLIS,
                Notification.Position.BOTTOM_CENTER);
    }
}
