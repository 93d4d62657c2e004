package io.falconet.cluster.cli.bench;

import io.falconet.space.replay.TableObjective;
import io.falconet.space.replay.TableProblem;
import io.falconet.space.table.ResultTable;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A table of known results as a search problem. */
final class ProblemOptions {
    @Mixin
    private TableOptions given;

    @Option(
            names = "--objective",
            required = true,
            paramLabel = "COLUMN:max|min[:WORST]",
            description =
                    "What is optimised; several times for several. WORST bounds the hypervolume: the table's worst where it is not given.")
    private List<String> objectives;

    /** Where the table comes from. */
    TableOptions table() {
        return given;
    }

    /** The problem that the table poses. */
    TableProblem problem(ResultTable results) {
        return new TableProblem(
                results,
                given.genes(results),
                objectives.stream().map(TableObjective::parse).toList());
    }
}
