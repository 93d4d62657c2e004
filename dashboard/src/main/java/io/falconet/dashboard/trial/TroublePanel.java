package io.falconet.dashboard.trial;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.falconet.dashboard.page.Panel;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Pruned;
import java.util.Optional;

/** Why a trial has no figures, or is not on the front. */
final class TroublePanel extends Div {
    private static final long serialVersionUID = 1;

    private TroublePanel(String title, String cause, Component... more) {
        Paragraph why = new Paragraph(cause);
        why.addClassName("cause");
        Panel panel = new Panel(new Span(title), why);
        panel.add(more);
        panel.addClassName("trouble");
        add(panel);
    }

    /** Why the trial has no figures; nothing where it has. */
    static Optional<TroublePanel> of(Outcome outcome) {
        if (outcome instanceof Failed failed) {
            Details log = new Details("Log", new Pre(failed.log()));
            log.setOpened(true);
            return Optional.of(new TroublePanel("Why it failed", failed.cause(), log));
        }
        if (outcome instanceof Infeasible infeasible) {
            return Optional.of(new TroublePanel("Why it was not trained", infeasible.reason()));
        }
        return outcome instanceof Pruned pruned
                ? Optional.of(new TroublePanel("Why it was stopped", pruned.reason()))
                : Optional.empty();
    }

    /** Why a trial with figures is not on the front. */
    static TroublePanel beyond(String limit) {
        return new TroublePanel("Why it is not on the front", limit);
    }
}
