package io.falconet.dashboard.trial;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.Unit;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.falconet.dashboard.chart.Chart;
import io.falconet.dashboard.lineage.LineagePanel;
import io.falconet.dashboard.live.LiveFeed;
import io.falconet.dashboard.page.CompareForm;
import io.falconet.dashboard.page.Crumbs;
import io.falconet.dashboard.page.Decisions;
import io.falconet.dashboard.page.Facts;
import io.falconet.dashboard.page.Frame;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.page.Places;
import io.falconet.dashboard.page.Term;
import io.falconet.dashboard.security.Access;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.results.people.Role;
import io.falconet.space.graph.Network;
import io.falconet.space.outcome.Bounds;
import io.falconet.space.outcome.EpochRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Pruned;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** A trial: its network, its figures, where they come from, and its files. */
@PermitAll
@Route(value = Places.TRIAL, layout = Frame.class)
public final class TrialView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient ResultsDb db;
    private final transient LiveFeed feed;
    private final transient Access access;
    private transient StudyRecord study;
    private transient TrialRecord trial;
    private transient Registration watching;

    TrialView(ResultsDb db, LiveFeed feed, Access access) {
        this.db = db;
        this.feed = feed;
        this.access = access;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = Places.study(event.getRouteParameters());
        int number = Places.trial(event.getRouteParameters());
        study = db.studies()
                .find(name)
                .orElseThrow(() -> new NotFoundException("There is no study named " + name + "."));
        trial = find(number)
                .orElseThrow(() -> new NotFoundException("Study " + name + " has no trial of that number."));
        show();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        long id = study.id();
        watching = feed.watch(id, () -> db.trials().version(id), () -> ui.access(this::refresh));
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        watching.remove();
    }

    @Override
    public String getPageTitle() {
        return "Trial " + trial.number() + " · " + study.name() + " · Falconet";
    }

    private Optional<TrialRecord> find(int number) {
        return db.trials().find(study.id(), number);
    }

    /** A finished trial changes no more. */
    private void refresh() {
        if (!trial.state().finished()) {
            TrialRecord now = find(trial.number()).orElse(trial);
            if (now.state().finished()) {
                trial = now;
                show();
            }
        }
    }

    private void show() {
        Optional<Outcome> outcome = db.trials().outcome(study.id(), trial.number());
        Optional<Evaluated> evaluated =
                outcome.filter(Evaluated.class::isInstance).map(Evaluated.class::cast);
        Optional<Network> network = Rebuilt.of(trial.architecture(), trial.networkId())
                .map(rebuilt -> rebuilt.detector().network());
        Div wide = new Div();
        wide.addClassName("wide");
        outcome.flatMap(TroublePanel::of).ifPresent(wide::add);
        evaluated.flatMap(bounds()::broken).map(TroublePanel::beyond).ifPresent(wide::add);
        wide.add(network.<Component>map(NetworkPanel::new)
                .orElseGet(() -> study.imported().isPresent() ? imported() : strange()));
        Div pair = new Div();
        pair.addClassName("pair");
        network.ifPresent(each -> pair.add(cost(each)));
        outcome.map(TrialView::epochs).filter(epochs -> !epochs.isEmpty()).ifPresent(epochs -> pair.add(curve(epochs)));
        wide.add(pair);
        wide.add(new LineagePanel(db, study, trial));
        List<StoredArtifact> files = db.trials().artifacts(study.id(), trial.number());
        evaluated
                .flatMap(Evaluated::latency)
                .flatMap(report ->
                        named(LatencyRuns.FILE, files).map(file -> new LatencyPanel(db.artifacts(), file, report)))
                .ifPresent(wide::add);
        named("training.log", files)
                .map(file -> new LogPanel(db.artifacts(), file))
                .ifPresent(wide::add);
        Div side = new Div(
                new FilesPanel(db.artifacts(), study.name() + "-" + trial.number(), files),
                new Panel(
                        new Span("Compare"),
                        new CompareForm(
                                study.name(),
                                "with one to three other trials",
                                List.of(trial.number()),
                                number -> find(number).isPresent())),
                decisions());
        side.addClassName("side");
        outcome.ifPresent(each -> side.add(new ProvenancePanel(study.name(), trial, each)));
        Div columns = new Div(wide, side);
        columns.addClassName("columns");
        removeAll();
        add(
                Crumbs.trial(study.name(), trial.number()),
                new TrialHeader(study, trial, evaluated, access.may(Role.OPERATOR)),
                columns);
    }

    private static Optional<StoredArtifact> named(String name, List<StoredArtifact> files) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** What the study allows; everything where another version of Falconet wrote it. */
    private Bounds bounds() {
        try {
            return new StudyReader().readStored(study.specYaml()).bounds();
        } catch (StudyException unreadable) {
            return Bounds.NONE;
        }
    }

    private Component decisions() {
        Facts facts = new Facts();
        Decisions.parsed(trial.architecture())
                .ifPresentOrElse(
                        architecture -> architecture.decisions().forEach(facts::add),
                        () -> facts.add("architecture", trial.architecture()));
        return new Panel(new Span("Decisions"), facts);
    }

    /** What the training looked like, as far as it came. */
    private static List<EpochRecord> epochs(Outcome outcome) {
        if (outcome instanceof Evaluated evaluated) {
            return evaluated.curve();
        }
        return outcome instanceof Pruned pruned ? pruned.curve() : List.of();
    }

    private static Component curve(List<EpochRecord> epochs) {
        Chart curve = new Chart("Training loss by epoch");
        curve.addClassName("small-chart");
        curve.show(CurveChart.option(epochs));
        return new Panel(new Span("Training"), curve);
    }

    private static Component cost(Network network) {
        Chart cost = new Chart("Multiply-accumulates by stage");
        cost.setHeight(24 * CostChart.parts(network).size() + 16, Unit.PIXELS);
        cost.show(CostChart.option(network));
        return new Panel(Term.macsByStage(), cost);
    }

    /** All that the file told of it from which the trial came. */
    private Component imported() {
        return new Panel(
                new Span("Imported"),
                new Pre(db.trials().log(study.id(), trial.number()).orElse("")));
    }

    private static Component strange() {
        return new Panel(
                new Span("Network"),
                new Paragraph(
                        "This version of the catalog builds another network from the trial's architecture, so there is no drawing of the one that was trained."));
    }
}
