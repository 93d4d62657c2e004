package io.falconet.dashboard.study.table;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.falconet.dashboard.page.FileNames;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.study.board.Board;
import io.falconet.dashboard.study.board.Screen;
import io.falconet.dashboard.study.board.Sort;
import io.falconet.dashboard.study.board.TrialFilter;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** The trials of a study, with what filters them, to open and to take away. */
public final class TrialsPanel extends Composite<Panel> {
    private static final long serialVersionUID = 1;

    private final transient ResultsDb db;
    private final transient StudyRecord study;
    private final FilterBar filters;
    private final TrialGrid grid;
    private transient volatile Optional<Board> board = Optional.empty();
    private transient volatile Screen screen = Screen.USUAL;
    private transient Optional<Sort> sorted = Optional.empty();
    private transient Optional<Shown> shown = Optional.empty();

    /** For what the numbers that are shown were found. */
    private record Shown(Board board, TrialFilter filter, Sort sort) {}

    /**
     * An empty one.
     *
     * @param told objectives that its trials may have
     * @param opened called with the number of a trial that was clicked
     * @param changed called with each filter and each order that a reader chooses
     */
    public TrialsPanel(
            ResultsDb db, StudyRecord study, List<Objective> told, IntConsumer opened, Consumer<Screen> changed) {
        this.db = db;
        this.study = study;
        filters = new FilterBar(told, filter -> changed.accept(screen.with(filter)));
        grid = new TrialGrid(
                study.name(),
                told.stream()
                        .filter(objective -> objective.origin() == Origin.UNTRAINED)
                        .toList(),
                numbers -> db.trials().list(study.id(), numbers),
                opened,
                sort -> {
                    sorted = Optional.of(sort);
                    changed.accept(screen.with(sort));
                });
    }

    @Override
    protected Panel initContent() {
        return new Panel(new Span("Trials"), filters, grid).with(csv(), front());
    }

    /** Shows another moment of the study, or another choice. */
    public void show(Board now, Screen chosen) {
        board = Optional.of(now);
        screen = chosen;
        if (sorted.isEmpty() || !sorted.get().equals(chosen.sort())) {
            sorted = Optional.of(chosen.sort());
            grid.show(chosen.sort());
        }
        Shown wanted = new Shown(now, chosen.filter(), chosen.sort());
        if (!shown.equals(Optional.of(wanted))) {
            shown = Optional.of(wanted);
            int[] numbers = numbers(now, chosen);
            filters.show(now, chosen.filter(), numbers.length);
            grid.show(now, numbers);
        }
    }

    private static int[] numbers(Board board, Screen screen) {
        return screen.sort().of(screen.filter().numbers(board), board);
    }

    private Anchor csv() {
        DownloadHandler csv = event -> {
            event.setFileName(FileNames.safe(study.name()) + "-trials.csv");
            event.setContentType("text/csv; charset=utf-8");
            Board now = board.orElseGet(() -> Board.read(db, study));
            new TrialCsv(db, now).write(numbers(now, screen), event.getOutputStream());
        };
        Anchor download = new Anchor(csv, "These trials as CSV");
        download.setTitle("The trials in the table below, in its order");
        return download;
    }

    private Anchor front() {
        DownloadHandler archive = event -> {
            event.setFileName(FileNames.safe(study.name()) + "-front.zip");
            event.setContentType("application/zip");
            new FrontArchive(db, board.orElseGet(() -> Board.read(db, study))).write(event.getOutputStream());
        };
        Anchor download = new Anchor(archive, "Download the front");
        download.addClassName("button");
        download.setTitle(
                "Configurations and ONNX files of all trials on the Pareto front, with a table of their figures");
        return download;
    }
}
