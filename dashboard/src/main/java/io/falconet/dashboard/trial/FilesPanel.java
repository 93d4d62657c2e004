package io.falconet.dashboard.trial;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.FileNames;
import io.falconet.dashboard.page.Panel;
import io.falconet.results.ArtifactStore;
import io.falconet.results.StoredArtifact;
import java.util.List;

/** The files that a trial left, to take away. */
final class FilesPanel extends Div {
    private static final long serialVersionUID = 1;

    /**
     * Offers files.
     *
     * @param prefix before each file's name: study and trial
     */
    FilesPanel(ArtifactStore store, String prefix, List<StoredArtifact> artifacts) {
        Div files = new Div();
        files.addClassName("files");
        for (StoredArtifact artifact : artifacts) {
            files.add(link(store, prefix, artifact));
        }
        if (artifacts.isEmpty()) {
            files.add(new Paragraph("This trial left no files."));
        }
        add(new Panel(new Span("Files"), files));
    }

    private static Anchor link(ArtifactStore store, String prefix, StoredArtifact artifact) {
        String name = FileNames.safe(prefix + "-" + artifact.name());
        DownloadHandler content = DownloadHandler.fromInputStream(event -> new DownloadResponse(
                store.open(artifact.sha256()), name, "application/octet-stream", artifact.bytes()));
        Span size = new Span(Figures.bytes(artifact.bytes()));
        size.addClassName("file-size");
        Span what = new Span(artifact.name());
        what.addClassName("file-name");
        Anchor link = new Anchor(content, "");
        link.add(what, size);
        link.addClassName("file");
        link.setTitle(meaning(artifact.kind()));
        return link;
    }

    private static String meaning(String kind) {
        return switch (kind) {
            case "onnx" -> "The trained network, ready for ONNX Runtime and most other runtimes";
            case "weights" -> "All learned values by name, to train on or to convert";
            case "configuration" -> "What the network is and how its outputs are read";
            case "latency" -> "Every run that was timed";
            case "log" -> "What training said";
            default -> kind;
        };
    }
}
