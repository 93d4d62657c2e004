package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.rank.Estimate;
import io.falconet.space.rank.Proxy;
import io.falconet.space.rank.RankCorrelation;
import io.falconet.space.rank.Retraining;
import io.falconet.space.rank.Training;
import io.falconet.space.rank.Trust;
import io.falconet.space.study.StudySpec;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a study's ranking is to be trusted, for people and programs.
 *
 * @param ranked how many networks the study ranks
 * @param trust empty where nothing is known
 * @param options of the store, as one would type them
 */
record TrustReport(StudySpec study, int ranked, Optional<Trust> trust, String options) {
    /** What the longer training tells that says most, or the given one. */
    static TrustReport of(
            ResultsDb db, StudyRecord study, StudySpec spec, Optional<Fidelity> reference, StoreOptions store) {
        RankedNetworks networks = RankedNetworks.of(db, study, spec);
        List<Training> trainings = db.trials().trainings(study.id());
        Optional<Trust> trust = reference.isPresent()
                ? reference.map(
                        longer -> Trust.at(longer, spec.fidelity(), networks.objective(), trainings, networks.front()))
                : Trust.of(spec.fidelity(), networks.objective(), trainings, networks.front());
        return new TrustReport(spec, networks.trials().size(), trust, store.typed());
    }

    void print(OutputFormat format, PrintWriter out) {
        if (format == OutputFormat.text) {
            text(out);
        } else {
            wide().print(format, out);
        }
    }

    private void text(PrintWriter out) {
        if (trust.isEmpty()) {
            out.println(
                    "How far to trust this ranking is not known: it is one of %s, and longer training may rank otherwise."
                            .formatted(study.fidelity().label()));
            out.println("To find out:  " + command(Retraining.beyond(study.fidelity())));
            out.flush();
            return;
        }
        Trust known = trust.get();
        out.println(
                "How far to trust this ranking: %s by what is cheap beside %s, %d of %d networks, %d of them on the front."
                        .formatted(
                                known.objective().label(),
                                known.reference().label(),
                                known.networks(),
                                Math.max(ranked, known.networks()),
                                known.onFront()));
        out.println();
        narrow(known).print(OutputFormat.text, out);
        out.println();
        out.println(known.verdict());
        known.next(ranked).ifPresent(more -> out.println("To find out:  " + command(more)));
        out.flush();
    }

    /** What one types where nothing is known yet. */
    static String hint(StudySpec study, String options) {
        return new TrustReport(study, 0, Optional.empty(), options).command(Retraining.beyond(study.fidelity()));
    }

    private String command(Retraining more) {
        return Console.command() + " " + more.command(study.name()) + options;
    }

    private static Listing narrow(Trust trust) {
        Listing listing = new Listing(columns(List.of(Column.of("proxy", "ranked by"))));
        trust.proxies().forEach(proxy -> listing.row(cells(List.of(proxy.name()), proxy)));
        return listing;
    }

    private Listing wide() {
        Listing listing = new Listing(
                columns(List.of(Column.of("proxy", ""), Column.of("reference", ""), Column.of("objective", ""))));
        trust.ifPresent(known -> known.proxies()
                .forEach(proxy -> listing.row(cells(
                        List.of(
                                proxy.fidelity().map(Fidelity::text).orElse(proxy.name()),
                                known.reference().text(),
                                known.objective().key()),
                        proxy))));
        return listing;
    }

    private static List<Column> columns(List<Column> first) {
        List<Column> columns = new ArrayList<>(first);
        columns.add(Column.of("networks", "networks"));
        for (String name : List.of("Spearman", "Kendall")) {
            String key = name.toLowerCase(Locale.ROOT);
            columns.add(new Column(key, name, "%.2f"));
            columns.add(new Column(key + "_low", "from", "%.2f"));
            columns.add(new Column(key + "_high", "to", "%.2f"));
        }
        return columns;
    }

    private static List<Object> cells(List<String> first, Proxy proxy) {
        List<Object> cells = new ArrayList<>(first);
        cells.add(proxy.pairs().size());
        Optional<RankCorrelation> known = proxy.correlation();
        for (Optional<Estimate> estimate :
                List.of(known.map(RankCorrelation::spearman), known.map(RankCorrelation::kendall))) {
            cells.add(estimate.map(Estimate::value).orElse(null));
            cells.add(estimate.map(Estimate::low).orElse(null));
            cells.add(estimate.map(Estimate::high).orElse(null));
        }
        return cells;
    }
}
