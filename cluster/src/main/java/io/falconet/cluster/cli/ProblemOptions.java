package io.falconet.cluster.cli;

import io.falconet.cluster.driver.RequestException;
import io.falconet.space.problem.Spelling;
import io.falconet.space.replay.TableObjective;
import io.falconet.space.replay.TableProblem;
import io.falconet.space.study.StudySpec.StrategySpec;
import io.falconet.space.table.ResultTable;
import java.util.List;
import java.util.OptionalInt;
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

    /** The strategy of that name. */
    static StrategySpec strategy(String name, OptionalInt population) {
        if (!StrategySpec.NAMES.contains(name)) {
            throw new RequestException(
                    "There is no strategy named %s; known: %s.".formatted(name, String.join(", ", StrategySpec.NAMES)),
                    Spelling.nearest(name, StrategySpec.NAMES).orElse(StrategySpec.USUAL.name()) + ".");
        }
        return new StrategySpec(name, population.orElse(StrategySpec.usual(name).population()));
    }
}
