package io.falconet.dashboard.study.trust;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.Term;
import io.falconet.space.rank.Estimate;
import io.falconet.space.rank.Proxy;
import io.falconet.space.rank.RankCorrelation;
import io.falconet.space.rank.Trust;
import java.util.Locale;
import java.util.Optional;

/** How each proxy ranks what was trained for longer, a row each: rank correlations with their 95 % intervals. */
final class TrustTable extends NativeTable {
    private static final long serialVersionUID = 1;

    TrustTable(Trust trust) {
        addClassName("trust-table");
        NativeTableRow head = getHead().addRow();
        head.add(header(new Span("Ranked by")));
        head.add(header(new Term(
                "Networks",
                "Those that had this training and %s too."
                        .formatted(trust.reference().label()))));
        head.add(header(
                new Term("Spearman", "Correlation of the ranks: 1 where both rank the same. With its 95 % interval.")));
        head.add(
                header(
                        new Term(
                                "Kendall",
                                "Of all pairs of networks, the share that both rank the same way, less the share that they do not (tau-b). With its 95 % interval.")));
        Span scale = new Span(new Span("−1"), new Span("0"), new Span("1"));
        scale.addClassName("trust-scale");
        head.add(header(scale));
        for (Proxy proxy : trust.proxies()) {
            NativeTableRow row = getBody().addRow();
            Span name = new Span(proxy.name());
            if (proxy.fidelity().filter(trust.study()::equals).isPresent()) {
                row.addClassName("trust-own");
                name.setTitle("As this study ranks");
            }
            row.add(cell(name));
            row.add(cell(new Span(Integer.toString(proxy.pairs().size()))));
            row.add(cell(new Span(text(proxy.correlation().map(RankCorrelation::spearman)))));
            Optional<Estimate> kendall = proxy.correlation().map(RankCorrelation::kendall);
            row.add(cell(new Span(text(kendall))));
            row.add(cell(kendall.filter(tau -> !Double.isNaN(tau.value()))
                    .map(TrustTable::span)
                    .orElseGet(Span::new)));
        }
    }

    private static NativeTableHeaderCell header(Component content) {
        return new NativeTableHeaderCell(content);
    }

    private static NativeTableCell cell(Component content) {
        return new NativeTableCell(content);
    }

    private static String text(Optional<Estimate> estimate) {
        return estimate.filter(known -> !Double.isNaN(known.value()))
                .map(known ->
                        String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", known.value(), known.low(), known.high()))
                .orElse(Figures.NONE);
    }

    /** The estimate within its interval, drawn from −1 to 1. */
    private static Span span(Estimate estimate) {
        Span span = new Span();
        span.addClassName("trust-span");
        span.getElement().setAttribute("aria-hidden", "true");
        span.getStyle()
                .set("--low", share(estimate.low()))
                .set("--high", share(estimate.high()))
                .set("--value", share(estimate.value()));
        return span;
    }

    private static String share(double correlation) {
        return String.format(Locale.ROOT, "%.4f", (correlation + 1) / 2);
    }
}
