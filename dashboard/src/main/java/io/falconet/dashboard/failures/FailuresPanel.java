package io.falconet.dashboard.failures;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.falconet.dashboard.page.Chip;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.Later;
import io.falconet.dashboard.page.Places;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import java.util.List;

/** Why trials of a study have no figures: a cause a line, the most frequent first. Read once the page is drawn. */
public final class FailuresPanel extends Div {
    private static final long serialVersionUID = 1;
    private static final int MOST = 20;

    private int finished = -1;

    /** A panel that knows nothing yet. */
    public FailuresPanel() {
        addClassName("failures");
        add(new Paragraph("Reading …"));
    }

    /** Shows what the store knows, if more trials have ended since it was shown last. */
    public void show(ResultsDb db, StudyRecord study) {
        if (study.finished() != finished) {
            finished = study.finished();
            Later.run(this, () -> tell(study, Cause.of(db.trials().troubles(study.id()))));
        }
    }

    private void tell(StudyRecord study, List<Cause> causes) {
        removeAll();
        if (causes.isEmpty()) {
            add(new Paragraph(
                    study.finished() == 0
                            ? "No trial has ended yet. Those that fail, break a limit or are stopped early will be told here."
                            : "None: each of the %,d trials that have ended has figures.".formatted(study.finished())));
            return;
        }
        int trials = causes.stream().mapToInt(Cause::count).sum();
        add(new Paragraph("%,d of %,d trials that have ended have no figures (%s), by %s."
                .formatted(
                        trials,
                        study.finished(),
                        Figures.share((double) trials / study.finished()),
                        causes.size() == 1 ? "one cause" : "%,d causes".formatted(causes.size()))));
        UnorderedList list = new UnorderedList();
        list.addClassName("causes");
        causes.stream().limit(MOST).forEach(cause -> list.add(item(study, cause)));
        add(list);
        if (causes.size() > MOST) {
            add(new Paragraph("%,d rarer causes are not shown.".formatted(causes.size() - MOST)));
        }
    }

    private static ListItem item(StudyRecord study, Cause cause) {
        Span words = new Span(cause.words().isEmpty() ? "no cause was recorded" : cause.words());
        words.addClassName("cause");
        Div text = new Div(words);
        Advice.on(cause).ifPresent(advice -> text.add(remark(advice)));
        text.add(links(study.name(), cause));
        Span count = new Span("%,d ×".formatted(cause.count()));
        count.addClassName("count");
        return new ListItem(count, Chip.of(cause.state(), study.state()), text);
    }

    private static Component links(String study, Cause cause) {
        Span links = new Span("trial ");
        for (int i = 0; i < cause.first().size(); i++) {
            int number = cause.first().get(i);
            links.add(new Span(i == 0 ? "" : ", "), new Anchor(Places.link(study, number), Integer.toString(number)));
        }
        if (cause.count() > cause.first().size()) {
            links.add(new Span(
                    " and %,d more".formatted(cause.count() - cause.first().size())));
        }
        links.addClassName("remark");
        return links;
    }

    private static Div remark(String text) {
        Div remark = new Div(new Span(text));
        remark.addClassName("remark");
        return remark;
    }
}
