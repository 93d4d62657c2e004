package io.falconet.space.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The decisions of each network of a table: so many categorical genes, each with values of its own.
 *
 * @param values by gene: what it may be, in order of their names
 * @param rows by network and gene: the index of its value
 */
public record Genes(List<List<String>> values, int[][] rows) {
    private static final String DIGITS = "digits:";
    private static final String WORDS = "words:";

    public Genes {
        values = values.stream().map(List::copyOf).toList();
        rows = Stream.of(rows).map(int[]::clone).toArray(int[][]::new);
    }

    /**
     * Reads the decisions of a table's networks.
     *
     * @param where {@code digits:COLUMN} where each letter of a cell is a gene, {@code words:COLUMN} where each word of it
     *     is, or the names of columns with a gene each, with commas between them
     * @throws TableException if there are no such columns, or networks have different numbers of genes
     */
    public static Genes of(ResultTable table, String where) {
        List<String[]> networks = new ArrayList<>();
        if (where.startsWith(DIGITS)) {
            table.texts(where.substring(DIGITS.length())).forEach(cell -> networks.add(cell.split("")));
        } else if (where.startsWith(WORDS)) {
            table.texts(where.substring(WORDS.length())).forEach(cell -> networks.add(cell.split("\\s+")));
        } else {
            List<List<String>> columns = Stream.of(where.split(","))
                    .map(String::strip)
                    .map(table::texts)
                    .toList();
            for (int i = 0; i < table.rows(); i++) {
                int row = i;
                networks.add(columns.stream().map(column -> column.get(row)).toArray(String[]::new));
            }
        }
        return of(table, networks);
    }

    private static Genes of(ResultTable table, List<String[]> networks) {
        int count = networks.get(0).length;
        List<TreeSet<String>> found = new ArrayList<>();
        for (int gene = 0; gene < count; gene++) {
            found.add(new TreeSet<>());
        }
        for (int row = 0; row < networks.size(); row++) {
            String[] network = networks.get(row);
            if (network.length != count) {
                throw new TableException(
                        "%s, row %d: %d genes were expected, as in the first row, found %d. Maybe the column is another one."
                                .formatted(table.name(), row + 1, count, network.length));
            }
            for (int gene = 0; gene < count; gene++) {
                found.get(gene).add(network[gene]);
            }
        }
        List<List<String>> values =
                found.stream().map(set -> (List<String>) new ArrayList<>(set)).toList();
        int[][] rows =
                networks.stream().map(network -> indices(network, values)).toArray(int[][]::new);
        return new Genes(values, rows);
    }

    private static int[] indices(String[] network, List<List<String>> values) {
        int[] indices = new int[network.length];
        Arrays.setAll(indices, gene -> values.get(gene).indexOf(network[gene]));
        return indices;
    }

    /** How many genes a network has. */
    public int count() {
        return values.size();
    }

    /** A feature for each value of each gene: 1 where a network has it, 0 elsewhere. */
    public double[][] oneHot() {
        int[] offsets = new int[count() + 1];
        for (int gene = 0; gene < count(); gene++) {
            offsets[gene + 1] = offsets[gene] + values.get(gene).size();
        }
        double[][] features = new double[rows.length][offsets[count()]];
        for (int i = 0; i < rows.length; i++) {
            for (int gene = 0; gene < count(); gene++) {
                features[i][offsets[gene] + rows[i][gene]] = 1;
            }
        }
        return features;
    }
}
