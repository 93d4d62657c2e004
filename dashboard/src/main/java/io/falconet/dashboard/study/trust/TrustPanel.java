package io.falconet.dashboard.study.trust;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.falconet.dashboard.chart.Chart;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.page.Legend;
import io.falconet.dashboard.page.Legend.Mark;
import io.falconet.dashboard.study.board.Board;
import io.falconet.results.ResultsDb;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.rank.Retraining;
import io.falconet.space.rank.Trust;
import io.falconet.space.study.StudySpec;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How far a study's ranking is to be trusted: what longer training of some of its networks tells of the brief one, or how
 * that is found out.
 */
public final class TrustPanel extends Div {
    private static final long serialVersionUID = 1;

    private final Paragraph verdict = new Paragraph();
    private final Chart scatter;
    private final Div table = new Div();
    private final Div details;

    /**
     * A panel that knows nothing yet.
     *
     * @param opened called with the number of a trial that was clicked
     */
    public TrustPanel(Consumer<String> opened) {
        addClassName("trust");
        scatter = new Chart("Scatter of networks by what they reached in the study and when trained for longer")
                .onPoint(opened);
        scatter.addClassName("small-chart");
        Legend legend = new Legend()
                .with(Mark.ROUND, Palette.BLUE, "on the front")
                .with(Mark.ROUND, Palette.MUTED, "not on it");
        details = new Div(new Div(legend, scatter), table);
        details.addClassName("trust-details");
        verdict.setText("Not known yet.");
        add(verdict);
    }

    /**
     * What the store knows at this moment, to be shown later: it may be asked for by any thread, and take seconds.
     *
     * @return shows it
     */
    public Runnable look(ResultsDb db, Board board) {
        if (board.study().imported().isPresent()) {
            return () -> verdict.setText(
                    "Imported: how these trials were trained nobody knows here, nor whether longer training ranks them alike.");
        }
        Optional<StudySpec> spec = board.spec();
        if (spec.isEmpty()) {
            return () -> setVisible(false);
        }
        Trusted known = Trusted.of(db, board, spec.get());
        return () -> known.trust()
                .ifPresentOrElse(
                        trust -> tell(trust, known, board), () -> ask(spec.get().fidelity(), board));
    }

    private void ask(Fidelity fidelity, Board board) {
        remove(details);
        verdict.removeAll();
        verdict.add(new Span("Not known yet. All were trained for %s: whether longer training ranks them alike, tells "
                .formatted(fidelity.label())));
        verdict.add(command(board, Retraining.beyond(fidelity)));
        verdict.add(new Span(board.study().state().ended() ? "." : ", once the study has ended."));
    }

    private void tell(Trust trust, Trusted known, Board board) {
        verdict.removeAll();
        verdict.add(new Span(trust.verdict() + " "));
        trust.next(known.ranked()).ifPresent(more -> verdict.add(new Span("To find out: "), command(board, more)));
        scatter.show(new TrustChart(trust, known.numbers(), known.onFront()).option());
        table.removeAll();
        table.add(new TrustTable(trust));
        add(details);
    }

    private static Component command(Board board, Retraining retraining) {
        Span code = new Span("./falconet " + retraining.command(board.study().name()));
        code.addClassName("code");
        return code;
    }
}
