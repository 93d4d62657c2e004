package io.falconet.space.replay;

import io.falconet.space.search.pareto.Fronts;
import io.falconet.space.search.pareto.Hypervolume;
import io.falconet.space.search.strategy.Candidate;
import io.falconet.space.search.strategy.Candidates;
import io.falconet.space.search.strategy.Genome;
import io.falconet.space.space.Choice;
import io.falconet.space.table.Genes;
import io.falconet.space.table.ResultTable;
import io.falconet.space.table.TableException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A table of known results as a search problem. A search is told the genes and, of the networks that it tries, the
 * objectives: nothing else of the table.
 */
public final class TableProblem implements Candidates {
    private final String name;
    private final List<Choice> choices;
    private final List<TableObjective> objectives;
    private final Map<Genome, Integer> rows = new HashMap<>();
    /** By row and objective: to be minimised. */
    private final double[][] points;

    private final double[] reference;
    private final double attainable;
    private final double best;

    /**
     * A problem.
     *
     * @param genes of the table's networks
     * @throws TableException if there is no such column, a cell is no number, or two rows have the same genes
     */
    public TableProblem(ResultTable table, Genes genes, List<TableObjective> objectives) {
        this.name = table.name();
        this.objectives = List.copyOf(objectives);
        this.choices = IntStream.range(0, genes.count())
                .mapToObj(gene -> new Choice("gene" + gene, genes.values().get(gene), false))
                .toList();
        this.points = new double[table.rows()][objectives.size()];
        for (int i = 0; i < objectives.size(); i++) {
            TableObjective objective = objectives.get(i);
            double[] values = table.numbers(objective.column());
            for (int row = 0; row < values.length; row++) {
                points[row][i] = objective.turned(values[row]);
            }
        }
        for (int row = 0; row < table.rows(); row++) {
            Integer twin = rows.put(new Genome(genes.rows()[row]), row);
            if (twin != null) {
                throw new TableException(
                        "%s: networks with different genes were expected, found the same in rows %d and %d. Maybe --genes lacks a column."
                                .formatted(name, twin + 1, row + 1));
            }
        }
        this.reference = IntStream.range(0, objectives.size())
                .mapToDouble(i -> objectives.get(i).reference().isPresent()
                        ? objectives.get(i).turned(objectives.get(i).reference().getAsDouble())
                        : Arrays.stream(points).mapToDouble(it -> it[i]).max().orElseThrow())
                .toArray();
        List<double[]> all = Arrays.asList(points);
        this.best = all.stream().mapToDouble(it -> it[0]).min().orElseThrow();
        this.attainable = Hypervolume.of(Fronts.best(all, 1, it -> it), reference);
    }

    /** What is optimised. */
    public List<TableObjective> objectives() {
        return objectives;
    }

    /** How many networks the table has. */
    public int size() {
        return points.length;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Choice> choices() {
        return choices;
    }

    @Override
    public Candidate of(Genome genome) {
        Integer row = rows.get(genome);
        return row == null
                ? Candidate.impossible(genome, "the table has no such network")
                : Candidate.unforeseen(genome, "row " + row, objectives.size());
    }

    /** Run times as recorded: by row of the table. */
    public RunTimes recorded(double[] times) {
        return (genome, child, seed) -> times[rows.get(genome)];
    }

    /** Where a network of the table lies, all coordinates to be minimised. */
    double[] point(Genome genome) {
        return points[rows.get(genome)].clone();
    }

    /** The best value of the first objective, as a coordinate to be minimised. */
    double best() {
        return best;
    }

    /** What points dominate of what the table's own front does: from 0 to 1. */
    double hypervolumeShare(List<double[]> found) {
        return Hypervolume.of(found, reference) / attainable;
    }
}
