package io.falconet.dashboard.study.table;

import io.falconet.dashboard.page.FileNames;
import io.falconet.dashboard.study.board.Board;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A study's front to take away: {@code front.csv} with all figures, and a folder a trial with its configuration and its
 * ONNX file. The same front gives the same bytes.
 */
public final class FrontArchive {
    private static final Set<String> KINDS = Set.of("onnx", "configuration");

    private final ResultsDb db;
    private final Board board;

    /** Of the study on a board. */
    public FrontArchive(ResultsDb db, Board board) {
        this.db = db;
        this.board = board;
    }

    /** Writes the archive and leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        begin(zip, "front.csv");
        TrialTable table = new TrialTable(board.told());
        String lines = db.trials().list(board.study().id(), board.front()).stream()
                .map(table::figures)
                .collect(Collectors.joining("\n", table.figuresHeader() + "\n", "\n"));
        zip.write(lines.getBytes(StandardCharsets.UTF_8));
        for (int number : board.front()) {
            for (StoredArtifact artifact : db.trials().artifacts(board.study().id(), number)) {
                if (KINDS.contains(artifact.kind())) {
                    begin(zip, "trial-%03d/%s".formatted(number, FileNames.safe(artifact.name())));
                    try (InputStream content = db.artifacts().open(artifact.sha256())) {
                        content.transferTo(zip);
                    }
                }
            }
        }
        zip.finish();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
    }
}
