package io.falconet.dashboard.create;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.falconet.dashboard.page.Crumbs;
import io.falconet.dashboard.page.Frame;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.page.Places;
import io.falconet.dashboard.security.Access;
import io.falconet.dashboard.security.Audit;
import io.falconet.results.DeviceRecord;
import io.falconet.results.ResultsDb;
import io.falconet.results.ResultsException;
import io.falconet.results.TrialReference;
import io.falconet.results.people.Role;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.problem.Problem;
import io.falconet.space.study.StudyDraft;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import io.falconet.space.study.StudyWriter;
import jakarta.annotation.security.RolesAllowed;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A new study, by form and as a file: what one of them says, the other shows. It is checked as the command line checks it, and
 * queued for the next worker that has time.
 */
@RolesAllowed("OPERATOR")
@Route(value = Places.NEW_STUDY, layout = Frame.class)
@PageTitle("New study · Falconet")
public final class NewStudyView extends Div implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    /** Where the dashboard was started: the folder from which relative paths go. */
    private static final Path BASE = Path.of("");

    private final transient ResultsDb db;
    private final transient Clock clock;
    private final transient Access access;
    private final transient Audit audit;
    private final transient Prefill prefill;
    private transient StudyDraft draft = StudyDraft.of("");
    private transient Optional<StudySpec> study = Optional.empty();

    private final StudyFields fields;
    private final FilePane file = new FilePane(text -> show(StudyDraft.of(text)));
    private final Button queue = new Button("Queue the study", click -> queue());

    NewStudyView(ResultsDb db, Clock clock, Access access, Audit audit) {
        this.db = db;
        this.clock = clock;
        this.access = access;
        this.audit = audit;
        this.prefill = new Prefill(db);
        this.fields = new StudyFields(devices(), this::change);
        queue.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div columns = new Div(
                new Panel(new Span("Settings"), fields),
                new Panel(new Span("File"), file).with(file.download(), queue));
        columns.addClassName("new-study");
        add(
                Crumbs.to("new study"),
                new H1("New study"),
                new Paragraph(
                        "A worker searches it as soon as one has time. Paths are those of the server, relative ones from %s."
                                .formatted(BASE.toAbsolutePath())),
                columns);
    }

    private List<String> devices() {
        return Stream.concat(
                        Stream.of(DeviceProfile.LOCAL),
                        db.devices().list().stream().map(DeviceRecord::name))
                .toList();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        Optional<String> from = asked.getSingleParameter(Places.FROM);
        Optional<String> promoted = asked.getSingleParameter(Places.PROMOTED);
        if (from.isPresent()) {
            show(found(prefill.clone(from.get()), "a study named " + from.get()));
        } else if (promoted.isPresent()) {
            show(found(reference(promoted.get()).flatMap(prefill::promoted), "a network of trial " + promoted.get()));
        } else {
            show(prefill.blank());
        }
    }

    private static StudyDraft found(Optional<StudyDraft> draft, String what) {
        return draft.orElseThrow(() -> new NotFoundException("There is not " + what + " to begin with."));
    }

    private static Optional<TrialReference> reference(String text) {
        try {
            return Optional.of(TrialReference.parse(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private void change(UnaryOperator<StudyDraft> change) {
        if (draft.readable()) {
            show(change.apply(draft));
        }
    }

    private void show(StudyDraft now) {
        draft = now;
        List<String> problems = problems();
        fields.show(draft);
        file.show(draft, problems);
        queue.setEnabled(problems.isEmpty());
    }

    /** What is wrong with the file, and with its name in this store. */
    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        try {
            study = Optional.of(new StudyReader().read(draft.text(), BASE.toAbsolutePath()));
        } catch (StudyException wrong) {
            study = Optional.empty();
            wrong.problems().stream().map(Problem::toString).forEach(problems::add);
        }
        draft.find("name")
                .map(String::valueOf)
                .filter(name -> db.studies().find(name).isPresent())
                .ifPresent(name -> problems.add(
                        "Study names are unique, found a study %s already. Maybe %s-2.".formatted(name, name)));
        return problems;
    }

    private void queue() {
        access.require(Role.OPERATOR);
        if (study.isEmpty()) {
            return;
        }
        StudySpec spec = study.get();
        try {
            db.studies().create(spec.name(), new StudyWriter().write(spec), spec.trials(), clock.instant());
            audit.record("queued a new study", spec.name());
            UI.getCurrent().navigate(Places.link(spec.name()));
        } catch (ResultsException refused) {
            file.show(draft, List.of(refused.getMessage()));
        }
    }
}
