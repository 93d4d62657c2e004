package io.falconet.space.replay;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falconet.space.table.Genes;
import io.falconet.space.table.ResultTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * NAS-Bench-201 (Dong and Yang, 2020) with the latencies of HW-NAS-Bench and others: 15,625 image classifiers, a cell of six
 * edges with one of five operations each. Needs {@code shared/nasbench} beside the project.
 */
final class NasBench201 {
    private static final Path TABLES = Path.of("../../shared/nasbench");

    private NasBench201() {}

    static TableProblem problem(String... objectives) {
        assumeTrue(Files.isDirectory(TABLES), "the tables of NAS-Bench-201 are not at " + TABLES.toAbsolutePath());
        ResultTable table = ResultTable.read(TABLES.resolve("nasbench201.csv"))
                .join(ResultTable.read(TABLES.resolve("nasbench201_latency_ms.csv")));
        return new TableProblem(
                table,
                Genes.of(table, "digits:naslib_ops"),
                Stream.of(objectives).map(TableObjective::parse).toList());
    }
}
