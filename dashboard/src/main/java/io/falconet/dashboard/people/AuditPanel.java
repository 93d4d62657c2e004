package io.falconet.dashboard.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.falconet.dashboard.page.Moment;
import io.falconet.dashboard.page.Panel;
import io.falconet.results.people.AuditEntry;
import io.falconet.results.people.AuditLog;

/** Who did what, the latest first, page by page. */
final class AuditPanel extends Div {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 20;

    private final transient AuditLog log;
    private final Rows rows = new Rows("What was done", "When", "Who", "What", "About", "Result", "From");
    private final Span where = new Span();
    private final Button newer = button("Newer", -PAGE);
    private final Button older = button("Older", PAGE);
    private int skipped;

    AuditPanel(AuditLog log) {
        this.log = log;
        add(new Panel(new Span("What was done"), rows).with(where, newer, older));
    }

    private Button button(String words, int step) {
        Button button = new Button(words, clicked -> {
            skipped = Math.max(0, skipped + step);
            refresh();
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    void refresh() {
        int all = log.count();
        rows.clear();
        for (AuditEntry entry : log.page(skipped, PAGE)) {
            rows.row(
                    new Moment(entry.at()),
                    new Span(entry.who().isEmpty() ? "nobody" : entry.who()),
                    new Span(entry.what()),
                    new Span(entry.about()),
                    new Span(entry.result()),
                    new Span(entry.origin()));
        }
        where.setText(
                all == 0 ? "nothing yet" : "%d to %d of %d".formatted(skipped + 1, Math.min(all, skipped + PAGE), all));
        newer.setEnabled(skipped > 0);
        older.setEnabled(skipped + PAGE < all);
    }
}
