package io.falconet.dashboard.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Unit;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.falconet.dashboard.chart.Chart;
import io.falconet.dashboard.page.Chosen;
import io.falconet.dashboard.page.CompareForm;
import io.falconet.dashboard.page.Crumbs;
import io.falconet.dashboard.page.Frame;
import io.falconet.dashboard.page.Legend;
import io.falconet.dashboard.page.Legend.Mark;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.page.Places;
import io.falconet.dashboard.page.Term;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Two to four trials of a study side by side. Its address says which, so that it can be passed on. */
@PermitAll
@Route(value = Places.COMPARE, layout = Frame.class)
public final class CompareView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient ResultsDb db;
    private transient StudyRecord study;
    private String title = "";

    CompareView(ResultsDb db) {
        this.db = db;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = Places.study(event.getRouteParameters());
        study = db.studies()
                .find(name)
                .orElseThrow(() -> new NotFoundException("There is no study named " + name + "."));
        String asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(Places.TRIALS)
                .orElse("");
        CompareForm form = new CompareForm(name, "two to four trials of " + name, List.of(), this::exists);
        removeAll();
        add(Crumbs.compare(name));
        try {
            Chosen chosen = Chosen.read(List.of(), asked, this::exists);
            title = chosen.numbers().stream().map(Object::toString).collect(Collectors.joining(", "));
            add(heading("Trials " + title), form.asking(title));
            show(chosen);
        } catch (IllegalArgumentException e) {
            title = "trials";
            add(heading("Compare trials"), asked.isBlank() ? form : form.refuse(asked, e.getMessage()), hint());
        }
    }

    @Override
    public String getPageTitle() {
        return "Compare " + title + " · " + study.name() + " · Falconet";
    }

    private boolean exists(int number) {
        return db.trials().find(study.id(), number).isPresent();
    }

    private static Component heading(String text) {
        Div heading = new Div(new H1(text));
        heading.addClassName("title");
        return heading;
    }

    private static Component hint() {
        Div hint = new Div(
                new Paragraph(
                        "Figures, decisions, costs, trainings and networks of the trials will stand here side by side. The first is what the others are held against."));
        hint.addClassName("empty");
        return hint;
    }

    private void show(Chosen chosen) {
        List<Compared> trials = new ArrayList<>();
        for (int number : chosen.numbers()) {
            db.trials()
                    .find(study.id(), number)
                    .ifPresent(trial -> trials.add(Compared.read(db, trials.size(), trial)));
        }
        add(new FiguresPanel(study, trials), new DecisionsPanel(study.name(), trials));
        if (trials.stream().allMatch(each -> each.network().isPresent())) {
            Div pair = new Div(cost(trials), curves(trials));
            pair.addClassName("pair");
            add(pair, new DifferencePanel(study.name(), trials));
        } else {
            add(curves(trials), strange());
        }
    }

    private static Component cost(List<Compared> trials) {
        StageChart stages = new StageChart(trials);
        Chart cost = new Chart("Multiply-accumulates by stage of each trial; the list of stages below has the same");
        cost.setHeight(stages.height(), Unit.PIXELS);
        cost.show(stages.option());
        return new Panel(Term.macsByStage(), legend(trials, Mark.SQUARE), cost);
    }

    private static Component curves(List<Compared> trials) {
        Chart curves = new Chart("Training loss by epoch of each trial");
        curves.show(CurvesChart.option(trials));
        return new Panel(new Span("Training"), legend(trials, Mark.LINE), curves);
    }

    private static Legend legend(List<Compared> trials, Mark mark) {
        Legend legend = new Legend();
        trials.forEach(each -> legend.with(mark, each.colour(), each.name()));
        return legend;
    }

    private static Component strange() {
        return new Panel(
                new Span("Networks"),
                new Paragraph(
                        "This version of the catalog does not build the networks of all of these trials again, so there is nothing to hold against each other."));
    }
}
