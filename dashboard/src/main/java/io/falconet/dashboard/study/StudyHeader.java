package io.falconet.dashboard.study;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.falconet.dashboard.page.Chip;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.Moment;
import io.falconet.dashboard.page.Term;
import io.falconet.dashboard.page.Tile;
import io.falconet.dashboard.page.Words;
import io.falconet.dashboard.study.board.Board;
import io.falconet.dashboard.study.board.Progress;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.TrialState;
import io.falconet.space.outcome.Objective;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The top of a study's page: its name and state, how far it is, and its best figures. */
final class StudyHeader extends Div {
    private static final long serialVersionUID = 1;

    private final H1 name = new H1();
    private final Span state = new Span();
    private final Span remark = new Span();
    private final ProgressBar bar = new ProgressBar(0, 1, 0);
    private final Tile trials = new Tile("Trials finished");
    private final Tile pace = new Tile("Pace");
    private final Tile time = new Tile("Time");
    private final Tile best = new Tile(Term.map50To95());
    private final Tile fastest = new Tile(Term.latency());
    private final Tile front = new Tile(Term.front());

    StudyHeader() {
        addClassName("study-header");
        Div title = new Div(name, state, remark);
        title.addClassName("title");
        remark.addClassName("remark");
        bar.getElement().setAttribute("aria-label", "Trials finished");
        Div tiles = new Div(trials, time, pace, best, fastest, front);
        tiles.addClassName("tiles");
        add(title, bar, tiles);
    }

    /** Shows a study whose trials are not read yet. */
    void show(StudyRecord study) {
        name.setText(study.name());
        state.removeAll();
        state.add(Chip.of(study.state()));
        remark(study, false);
        int planned = Math.max(study.trials(), study.finished());
        bar.setValue(planned == 0 ? 0 : (double) study.finished() / planned);
        trials.show(count(study.finished()), "of " + count(planned));
        List.of(pace, time, best, fastest, front).forEach(tile -> tile.show(Figures.NONE, ""));
    }

    private static String count(int trials) {
        return String.format(Locale.ROOT, "%,d", trials);
    }

    /** Shows another moment of the study. */
    void show(Board board, Instant now) {
        StudyRecord study = board.study();
        Progress progress = Progress.of(board, now);
        show(study);
        remark(study, progress.silent());
        bar.setValue(progress.share());
        int running = board.trials().count(TrialState.RUNNING);
        trials.show(
                count(progress.finished()),
                "of " + count(progress.planned())
                        + (running > 0 && study.state() == StudyState.RUNNING ? ", " + running + " in flight" : ""));
        time.show(
                progress.left().map(left -> Figures.duration(left)).orElse(Figures.duration(progress.elapsed())),
                progress.left()
                        .map(left -> "left, " + Figures.duration(progress.elapsed()) + " so far")
                        .orElse("in all"));
        pace.show(Figures.pace(progress.perMinute()), "trials a minute");
        OptionalInt finest = board.best(Objective.MAP50_95);
        best.show(
                finest.isEmpty()
                        ? Figures.NONE
                        : Figures.precision(board.trials().value(Objective.MAP50_95, finest.getAsInt())),
                "the best" + trial(finest));
        fastest(board);
        int onFront = board.front().size();
        front.show(
                Words.count(onFront, "trial"),
                board.objectives().stream().map(Objective::label).collect(Collectors.joining(" · ")));
    }

    private void fastest(Board board) {
        OptionalInt first = board.best(Objective.LATENCY);
        if (first.isEmpty()) {
            fastest.show(Figures.NONE, "not measured");
            return;
        }
        String device = board.spec().map(spec -> ", on " + spec.device().name()).orElse("");
        fastest.show(
                Figures.millis(board.trials().value(Objective.LATENCY, first.getAsInt())),
                "the fastest" + trial(first) + device);
    }

    private static String trial(OptionalInt number) {
        return number.isEmpty() ? "" : ", trial " + number.getAsInt();
    }

    private void remark(StudyRecord study, boolean silent) {
        remark.removeAll();
        if (silent) {
            remark.add(
                    new Span("no sign of life from its driver; go on with "),
                    code("./falconet resume " + study.name()));
        } else if (study.state() == StudyState.STOPPED || study.state() == StudyState.PAUSED) {
            study.message().ifPresent(why -> remark.add(new Span(why + " When that is over, ")));
            remark.add(new Span("go on with "), code("./falconet resume " + study.name()));
        } else if (study.state() == StudyState.QUEUED) {
            remark.add(new Span("waits for a worker; one is started by "), code("./falconet worker"));
        } else if (study.message().isPresent()) {
            remark.add(study.message().get());
        } else {
            study.started().ifPresent(start -> remark.add(new Span("started "), new Moment(start)));
        }
    }

    private static Span code(String command) {
        Span code = new Span(command);
        code.addClassName("code");
        return code;
    }
}
