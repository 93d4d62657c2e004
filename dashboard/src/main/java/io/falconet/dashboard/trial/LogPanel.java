package io.falconet.dashboard.trial;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.Panel;
import io.falconet.results.ArtifactStore;
import io.falconet.results.ResultsException;
import io.falconet.results.StoredArtifact;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a training said, read when it is opened. */
final class LogPanel extends Div {
    private static final long serialVersionUID = 1;
    /** Characters from the end: a page with more of them is slow. */
    private static final int MOST = 200_000;

    private final Div content = new Div();

    LogPanel(ArtifactStore store, StoredArtifact file) {
        Details details = new Details("%s, %s".formatted(file.name(), Figures.bytes(file.bytes())), content);
        details.addOpenedChangeListener(opened -> {
            if (opened.isOpened() && content.getComponentCount() == 0) {
                read(store, file);
            }
        });
        add(new Panel(new Span("Log"), details));
    }

    private void read(ArtifactStore store, StoredArtifact file) {
        try {
            String log = new String(store.read(file.sha256()), StandardCharsets.UTF_8);
            if (log.length() > MOST) {
                content.add(new Paragraph("Only its end is shown; all of it is among the files."));
            }
            Pre text = new Pre(log.substring(Math.max(0, log.length() - MOST)));
            text.addClassName("log");
            content.add(text);
        } catch (UncheckedIOException | ResultsException e) {
            content.add(new Paragraph("The log cannot be shown: " + e.getMessage()));
        }
    }
}
