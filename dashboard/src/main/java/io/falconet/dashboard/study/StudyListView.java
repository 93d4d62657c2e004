package io.falconet.dashboard.study;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.falconet.dashboard.live.LiveFeed;
import io.falconet.dashboard.page.Chip;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.Frame;
import io.falconet.dashboard.page.Moment;
import io.falconet.dashboard.page.Places;
import io.falconet.dashboard.security.Access;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyOverview;
import io.falconet.results.StudyRecord;
import io.falconet.results.people.Role;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;

/** All studies of the store, the newest first. */
@PermitAll
@Route(value = Places.STUDIES, layout = Frame.class)
@PageTitle("Studies · Falconet")
public final class StudyListView extends Div {
    private static final long serialVersionUID = 1;

    private final transient ResultsDb db;
    private final transient LiveFeed feed;
    private final Div studies = new Div();
    private transient Registration watching;

    StudyListView(ResultsDb db, LiveFeed feed, Access access) {
        this.db = db;
        this.feed = feed;
        studies.addClassName("cards");
        Anchor created = new Anchor(Places.NEW_STUDY, "New study");
        created.addClassName("button");
        created.setVisible(access.may(Role.OPERATOR));
        Div head = new Div(new H1("Studies"), created);
        head.addClassName("page-head");
        add(head, studies);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        watching = feed.watch("studies", this::version, () -> ui.access(this::refresh));
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        watching.remove();
    }

    /** What the cards show; signs of life are not shown. */
    private List<?> version() {
        return db.studies().list().stream()
                .map(study -> List.of(study.id(), study.state(), study.finished()))
                .toList();
    }

    private void refresh() {
        List<StudyOverview> known = db.studies().overviews();
        studies.removeAll();
        known.forEach(study -> studies.add(card(study)));
        if (known.isEmpty()) {
            studies.add(empty());
        }
    }

    private Component card(StudyOverview overview) {
        StudyRecord study = overview.study();
        Anchor card = new Anchor(Places.link(study.name()));
        card.addClassName("card");
        Div head = new Div(new H2(study.name()), Chip.of(study.state()));
        head.addClassName("card-head");
        int planned = Math.max(study.trials(), study.finished());
        ProgressBar bar = new ProgressBar(0, Math.max(1, planned), Math.min(study.finished(), planned));
        bar.getElement().setAttribute("aria-label", "Trials finished");
        Div figures = new Div(
                figure(String.format(Locale.ROOT, "%,d of %,d", study.finished(), planned), "trials finished"),
                figure(
                        overview.bestMap50To95().isPresent()
                                ? Figures.precision(overview.bestMap50To95().getAsDouble())
                                : Figures.NONE,
                        "best mAP50-95"),
                figure(
                        overview.onFront().isPresent()
                                ? String.format(
                                        Locale.ROOT, "%,d", overview.onFront().getAsInt())
                                : Figures.NONE,
                        "on the front"));
        figures.addClassName("card-figures");
        Span since = new Span();
        since.addClassName("card-since");
        study.started()
                .ifPresentOrElse(
                        start -> since.add(new Span("started "), new Moment(start)),
                        () -> since.add(new Span("queued "), new Moment(study.created())));
        card.add(head, bar, figures, since);
        return card;
    }

    private static Component figure(String figure, String name) {
        Span value = new Span(figure);
        value.addClassName("card-figure");
        Span what = new Span(name);
        what.addClassName("card-name");
        return new Div(value, what);
    }

    private static Component empty() {
        Div empty = new Div(
                new H2("No study yet"),
                new Paragraph(
                        "A study searches for detectors that fit your data and your device. Make one here, or start one from the command line; it appears here at once."),
                new Paragraph("See the whole thing work, on generated images:"),
                new Pre("./falconet demo"),
                new Paragraph("Search on your own images:"),
                new Pre("./falconet search study.yaml"));
        empty.addClassName("empty");
        return empty;
    }
}
