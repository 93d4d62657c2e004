package io.falconet.dashboard.study;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import io.falconet.dashboard.chart.Chart;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.failures.FailuresPanel;
import io.falconet.dashboard.live.LiveFeed;
import io.falconet.dashboard.page.Crumbs;
import io.falconet.dashboard.page.FileNames;
import io.falconet.dashboard.page.Frame;
import io.falconet.dashboard.page.Legend;
import io.falconet.dashboard.page.Legend.Mark;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.page.Places;
import io.falconet.dashboard.page.Term;
import io.falconet.dashboard.security.Access;
import io.falconet.dashboard.security.Audit;
import io.falconet.dashboard.timeline.TimelinePanel;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.space.outcome.Bounds;
import io.falconet.space.outcome.Objective;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** A study: how far it is, its front, its growth, how far to trust that, and its trials; live while its search runs. */
@PermitAll
@Route(value = Places.STUDY, layout = Frame.class)
public final class StudyView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient ResultsDb db;
    private final transient LiveFeed feed;
    private final transient Clock clock;
    private transient StudyRecord study;
    private transient Registration watching;
    private transient Board board;

    private final StudyHeader header = new StudyHeader();
    private final Select<Objective> across = axis("Across");
    private final Select<Objective> up = axis("Up");
    private final Chart scatter = new Chart(
                    "Scatter of the study's trials over two objectives; the table below has the same figures")
            .onPoint(this::open);
    private final Chart growth = new Chart("Hypervolume over time").onPoint(this::open);
    private final TrustPanel trust = new TrustPanel(this::open);
    private final TimelinePanel timeline = new TimelinePanel(this::open);
    private final FailuresPanel failures = new FailuresPanel();
    private transient TrialGrid trials;
    private final StudyActions actions;

    StudyView(ResultsDb db, LiveFeed feed, Clock clock, Access access, Audit audit) {
        this.db = db;
        this.feed = feed;
        this.clock = clock;
        this.actions = new StudyActions(db, clock, access, audit);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = Places.study(event.getRouteParameters());
        study = db.studies()
                .find(name)
                .orElseThrow(() -> new NotFoundException("There is no study named " + name + "."));
        trials = new TrialGrid(name, Board.scores(study), number -> open(Integer.toString(number)));
        scatter.addClassName("scatter");
        Div charts = new Div(
                new Panel(Term.front(), legend(Board.bounds(study)), scatter).with(up, new Span("against"), across),
                new Panel(Term.hypervolume(), growth));
        charts.addClassName("charts");
        removeAll();
        add(
                Crumbs.study(name),
                header,
                actions,
                charts,
                new Panel(Term.trust(), trust),
                new Panel(new Span("What ran when"), timeline),
                new Panel(new Span("Without figures"), failures),
                new Panel(new Span("Trials"), trials).with(download()));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        Version version = new Version(db, clock, study.id());
        Registration own = feed.watch(version, version, () -> ui.access(this::refresh));
        Registration others =
                feed.watch(StudyView.class, db.studies()::version, () -> ui.access(() -> trust.show(db, board)));
        watching = Registration.combine(own, others);
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        watching.remove();
    }

    @Override
    public String getPageTitle() {
        return study.name() + " · Falconet";
    }

    private void refresh() {
        study = db.studies().find(study.id()).orElse(study);
        board = Board.read(db, study);
        if (across.isEmpty()) {
            across.setItems(board.told());
            up.setItems(board.told());
            across.setValue(board.timed() || board.scored().isEmpty() ? Objective.LATENCY : Objective.PARAMETERS);
            up.setValue(Objective.MAP50_95);
        }
        header.show(board, clock.instant());
        actions.show(study);
        drawFront();
        growth.show(GrowthChart.option(board, Growth.of(board)));
        trust.show(db, board);
        timeline.show(db, study, clock.instant());
        failures.show(db, study);
        trials.show(board);
    }

    private void drawFront() {
        if (board != null && !across.isEmpty() && !up.isEmpty()) {
            scatter.show(new FrontChart(board, across.getValue(), up.getValue()).option());
        }
    }

    private Select<Objective> axis(String label) {
        Select<Objective> axis = new Select<>();
        axis.setItemLabelGenerator(Objective::label);
        axis.setAriaLabel(label);
        axis.addThemeName("small");
        axis.addClassName("axis");
        axis.addValueChangeListener(changed -> drawFront());
        return axis;
    }

    private static Legend legend(Bounds bounds) {
        Legend legend = new Legend()
                .with(Mark.ROUND, Palette.BLUE, "on the front, with its number")
                .with(Mark.ROUND, Palette.MUTED, "dominated")
                .with(Mark.LINE, Palette.BLUE, "best in these two")
                .with(Mark.WHISKER, Palette.MUTED, "95 % interval");
        return bounds.bound(Objective.LATENCY) ? legend.with(Mark.ROUND, Palette.VERMILION, "over a limit") : legend;
    }

    private Anchor download() {
        DownloadHandler archive = event -> {
            event.setFileName(FileNames.safe(study.name()) + "-front.zip");
            event.setContentType("application/zip");
            new FrontArchive(db, Board.read(db, study)).write(event.getOutputStream());
        };
        Anchor download = new Anchor(archive, "Download the front");
        download.addClassName("button");
        download.setTitle(
                "Configurations and ONNX files of all trials on the Pareto front, with a table of their figures");
        return download;
    }

    private void open(String trial) {
        getUI().ifPresent(ui -> ui.navigate(Places.link(study.name(), Integer.parseInt(trial))));
    }

    /**
     * What a study's page shows: the study and its trials, and while they last, the time that goes by and whether the
     * driver still lives.
     */
    private record Version(ResultsDb db, Clock clock, long study) implements Supplier<Object> {
        private static final int SECONDS = 15;

        @Override
        public Object get() {
            boolean ended = db.studies()
                    .find(study)
                    .filter(known -> known.state().ended())
                    .isPresent();
            long time = ended ? 0 : clock.instant().getEpochSecond() / SECONDS;
            return List.of(db.trials().version(study), time);
        }
    }
}
