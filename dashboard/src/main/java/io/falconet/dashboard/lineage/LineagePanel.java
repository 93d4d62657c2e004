package io.falconet.dashboard.lineage;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.page.Term;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.space.search.strategy.Origin;
import java.util.List;
import java.util.Optional;

/** A trial's ancestors back to where its line began, what each changed, and the trial's children. */
public final class LineagePanel extends Div {
    private static final long serialVersionUID = 1;
    private static final int AT_FIRST = 4;
    private static final int MORE = 10;

    private final transient ResultsDb db;
    private final transient StudyRecord study;
    private final int own;
    private final OrderedList line = new OrderedList();
    private final Div further = new Div();

    /** Of a trial of that study. */
    public LineagePanel(ResultsDb db, StudyRecord study, TrialRecord trial) {
        this.db = db;
        this.study = study;
        this.own = trial.number();
        line.addClassName("lineage");
        further.addClassName("open-scopes");
        Panel panel = new Panel(Term.lineage());
        if (trial.descent().isPresent()) {
            panel.add(line, further);
            tell(trial, AT_FIRST);
        } else {
            panel.add(new Paragraph(unknown()));
        }
        panel.add(new ChildList(study.name(), db.trials().children(study.id(), trial.number()), this::find));
        add(panel);
    }

    private Optional<TrialRecord> find(int number) {
        return db.trials().find(study.id(), number);
    }

    private String unknown() {
        return study.imported().isPresent()
                ? "Imported: where this trial comes from nobody knows here."
                : "Where this trial comes from is not known: an earlier version of Falconet proposed it. Trials that are proposed from now on tell.";
    }

    private void tell(TrialRecord youngest, int most) {
        Ancestry ancestry = Ancestry.of(youngest, this::find, most);
        ancestry.generations().forEach(generation -> line.add(item(generation)));
        further.removeAll();
        ancestry.older().flatMap(this::find).ifPresent(older -> {
            Button more = new Button("Earlier: from trial " + older.number(), click -> tell(older, MORE));
            more.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            further.add(more);
        });
    }

    private ListItem item(Generation generation) {
        TrialLink link = new TrialLink(study.name(), generation.trial());
        if (generation.trial().number() == own) {
            link.add(remark("this trial"));
        }
        ListItem item = new ListItem(link, origin(generation));
        List<Change> changes = generation.changes();
        if (!changes.isEmpty()) {
            item.add(list(changes, generation.other()));
        }
        return item;
    }

    private Component origin(Generation generation) {
        Div origin = new Div();
        origin.addClassName("origin");
        generation
                .trial()
                .descent()
                .ifPresentOrElse(
                        descent -> origin.setText(descent.words()
                                + descent.seed().map(name -> ": " + name).orElse("")),
                        () -> origin.setText("where it comes from is not known"));
        boolean promoted = generation
                .trial()
                .descent()
                .filter(descent -> descent.origin() == Origin.PROMOTED)
                .isPresent();
        if (promoted) {
            origin.add(": " + generation.trial().fidelity().duration());
        } else if (generation.parent().isPresent() && generation.changes().isEmpty()) {
            origin.add(", with the same decisions");
        }
        generation.other().ifPresent(other -> {
            Div beside = new Div(new TrialLink(study.name(), other));
            beside.addClassName("other-parent");
            origin.add(beside);
        });
        return origin;
    }

    private static Component list(List<Change> changes, Optional<TrialRecord> other) {
        UnorderedList list = new UnorderedList();
        list.addClassName("changes");
        for (Change change : changes) {
            Span before = new Span(change.before());
            before.addClassName("before");
            Span after = new Span(change.after());
            after.addClassName("after");
            ListItem item = new ListItem(new Span(change.choice() + " "), before, new Span(" → "), after);
            if (change.inherited()) {
                other.ifPresent(parent -> item.add(remark("as trial " + parent.number())));
            }
            list.add(item);
        }
        return list;
    }

    private static Span remark(String text) {
        Span remark = new Span(text);
        remark.addClassName("remark");
        return remark;
    }
}
