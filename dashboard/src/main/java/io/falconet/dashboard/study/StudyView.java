package io.falconet.dashboard.study;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.falconet.dashboard.failures.FailuresPanel;
import io.falconet.dashboard.live.LiveFeed;
import io.falconet.dashboard.page.Crumbs;
import io.falconet.dashboard.page.Frame;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.page.Places;
import io.falconet.dashboard.page.Term;
import io.falconet.dashboard.security.Access;
import io.falconet.dashboard.security.Audit;
import io.falconet.dashboard.study.board.Board;
import io.falconet.dashboard.study.board.OpenStudies;
import io.falconet.dashboard.study.board.OpenStudy;
import io.falconet.dashboard.study.board.Screen;
import io.falconet.dashboard.study.board.Seldom;
import io.falconet.dashboard.study.chart.FrontPanel;
import io.falconet.dashboard.study.chart.GrowthPanel;
import io.falconet.dashboard.study.chart.ParallelPanel;
import io.falconet.dashboard.study.importance.ImportancePanel;
import io.falconet.dashboard.study.importance.Importances;
import io.falconet.dashboard.study.table.TrialsPanel;
import io.falconet.dashboard.study.trust.TrustPanel;
import io.falconet.dashboard.timeline.TimelinePanel;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.space.outcome.Objective;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/**
 * A study: how far it is, its front, its growth, its decisions, how far to trust that, and its trials; live while its search
 * runs. The page is there at once, and its trials as soon as they are read. Its address says what a reader has chosen.
 */
@PermitAll
@Route(value = Places.STUDY, layout = Frame.class)
public final class StudyView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient ResultsDb db;
    private final transient LiveFeed feed;
    private final transient OpenStudies studies;
    private final transient Importances importances;
    private final transient Clock clock;
    private transient StudyRecord study;
    private transient Registration watching;
    private transient Board board;
    private transient Screen screen = Screen.USUAL;

    private StudyHeader header;
    private final Paragraph reading = new Paragraph();
    private FrontPanel front;
    private GrowthPanel growth;
    private ParallelPanel parallel;
    private ImportancePanel importance;
    private TrustPanel trust;
    private TrialsPanel trials;
    private TimelinePanel timeline;
    private FailuresPanel failures;
    private final StudyActions actions;

    StudyView(
            ResultsDb db,
            LiveFeed feed,
            OpenStudies studies,
            Importances importances,
            Clock clock,
            Access access,
            Audit audit) {
        this.db = db;
        this.feed = feed;
        this.studies = studies;
        this.importances = importances;
        this.clock = clock;
        this.actions = new StudyActions(db, clock, access, audit);
        reading.addClassName("reading");
        reading.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = Places.study(event.getRouteParameters());
        study = db.studies()
                .find(name)
                .orElseThrow(() -> new NotFoundException("There is no study named " + name + "."));
        screen = Screen.parse(event.getLocation().getQueryParameters().getParameters());
        board = null;
        compose();
        if (watching != null) {
            watch(event.getUI());
        }
    }

    private void compose() {
        List<Objective> told = Board.told(Board.spec(study));
        header = new StudyHeader();
        header.show(study);
        actions.show(study);
        front = new FrontPanel(told, this::open, number -> db.trials().find(study.id(), number), this::choose);
        growth = new GrowthPanel(told, this::open);
        parallel = new ParallelPanel(this::choose);
        importance = new ImportancePanel(importances, told);
        trust = new TrustPanel(this::open);
        timeline = new TimelinePanel(this::open);
        failures = new FailuresPanel();
        trials = new TrialsPanel(db, study, told, number -> open(Integer.toString(number)), this::choose);
        Div charts = new Div(front, growth);
        charts.addClassName("charts");
        removeAll();
        add(
                Crumbs.study(study.name()),
                header,
                actions,
                reading,
                charts,
                parallel,
                new Panel(Term.importance(), importance).with(importance.objective()),
                new Panel(Term.trust(), trust),
                new Panel(new Span("What ran when"), timeline),
                new Panel(new Span("Without figures"), failures),
                trials);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        watch(attached.getUI());
    }

    private void watch(UI ui) {
        if (watching != null) {
            watching.remove();
        }
        reading.setText("Reading the trials …");
        Seldom trusted = new Seldom(studies, () -> lookAtTrust(ui));
        Registration own = studies.watch(study, new OpenStudy.Reader() {
            @Override
            public void show(Board now) {
                ui.access(() -> {
                    boolean first = board == null;
                    StudyView.this.show(now);
                    if (first) {
                        trusted.ask();
                    }
                });
            }

            @Override
            public void reading(int count) {
                ui.access(() -> tell(count));
            }
        });
        Registration others = feed.watch(StudyView.class, db.studies()::version, trusted::ask);
        watching = Registration.combine(own, others);
        studies.board(study.id()).ifPresent(known -> {
            show(known);
            trusted.ask();
        });
    }

    private void lookAtTrust(UI ui) {
        Board now = board;
        if (now != null) {
            Runnable found = trust.look(db, now);
            ui.access(() -> {
                found.run();
                timeline.show(db, study, clock.instant());
                failures.show(db, study);
            });
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        watching.remove();
        watching = null;
    }

    @Override
    public String getPageTitle() {
        return study.name() + " · Falconet";
    }

    private void tell(int count) {
        if (board == null) {
            reading.setText(String.format(
                    Locale.ROOT, "Reading the trials: %,d of %,d …", count, Math.max(count, study.finished())));
        }
    }

    /** Shows another moment of the study; what has not changed is left as it is. */
    private void show(Board now) {
        boolean same = board != null
                && board.trials() == now.trials()
                && board.study().state() == now.study().state();
        board = now;
        study = now.study();
        reading.setText("");
        header.show(now, clock.instant());
        actions.show(study);
        if (!same) {
            growth.show(now);
            importance.show(now);
            draw();
        }
    }

    /** What a reader has chosen is drawn, and said by the page's address. */
    private void choose(Screen chosen) {
        screen = chosen;
        QueryParameters parameters = new QueryParameters(chosen.parameters());
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new Location(Places.link(study.name()), parameters)));
        if (board != null) {
            draw();
        }
    }

    private void draw() {
        trials.show(board, screen);
        front.show(board, screen);
        parallel.show(board, screen);
    }

    private void open(String trial) {
        getUI().ifPresent(ui -> ui.navigate(Places.link(study.name(), Integer.parseInt(trial))));
    }
}
