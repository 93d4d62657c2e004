package io.falconet.dashboard.study;

import io.falconet.dashboard.page.FileNames;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A study's front to take away: {@code front.csv} with all figures, and a folder a trial with its configuration and its
 * ONNX file. The same front gives the same bytes.
 */
final class FrontArchive {
    private static final Set<String> KINDS = Set.of("onnx", "configuration");

    private final ResultsDb db;
    private final Board board;

    FrontArchive(ResultsDb db, Board board) {
        this.db = db;
        this.board = board;
    }

    /** Writes the archive and leaves the stream open. */
    void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        begin(zip, "front.csv");
        zip.write(table().getBytes(StandardCharsets.UTF_8));
        for (Scored each : board.front()) {
            int number = each.trial().number();
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

    private String table() {
        String header = "trial,network,"
                + board.told().stream().map(Objective::key).collect(Collectors.joining(","))
                + ",latency-low-ms,latency-high-ms,architecture\n";
        return board.front().stream().map(this::line).collect(Collectors.joining("\n", header, "\n"));
    }

    private String line(Scored each) {
        Evaluated outcome = each.outcome();
        String figures = board.told().stream()
                .map(objective -> number(objective.value(outcome)))
                .collect(Collectors.joining(","));
        double low = outcome.latency().map(report -> report.lowNanos() / 1e6).orElse(Double.NaN);
        double high = outcome.latency().map(report -> report.highNanos() / 1e6).orElse(Double.NaN);
        return "%d,%s,%s,%s,%s,\"%s\""
                .formatted(
                        each.trial().number(),
                        each.trial().networkId(),
                        figures,
                        number(low),
                        number(high),
                        each.trial().architecture());
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
    }
}
