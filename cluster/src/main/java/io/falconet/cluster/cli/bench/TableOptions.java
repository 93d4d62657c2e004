package io.falconet.cluster.cli.bench;

import io.falconet.cluster.driver.RequestException;
import io.falconet.space.table.Genes;
import io.falconet.space.table.ResultTable;
import io.falconet.space.table.TableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which table of known results, and what encodes its networks. */
final class TableOptions {
    @Parameters(paramLabel = "CSV", description = "A row a network, with a header.")
    private Path table;

    @Option(
            names = "--genes",
            required = true,
            paramLabel = "COLUMNS",
            description =
                    "What encodes a network: digits:COLUMN, a gene a letter; words:COLUMN, a gene a word; or columns of a gene each, with commas.")
    private String genes;

    @Option(
            names = "--join",
            paramLabel = "CSV[:COLUMN]",
            description =
                    "More columns of the same networks, by the column that says which; without one by the first that both tables have.")
    private List<String> joined = List.of();

    /** Does what fails with a {@link TableException} where the table is not as expected. */
    <T> T use(Supplier<T> work) {
        try {
            return work.get();
        } catch (TableException e) {
            throw new RequestException(e.getMessage(), e);
        }
    }

    /** The table with all its columns. */
    ResultTable read() {
        ResultTable whole = ResultTable.read(table);
        for (String other : joined) {
            int colon = other.lastIndexOf(':');
            boolean keyed = colon > 1 && !Files.exists(Path.of(other));
            whole = keyed
                    ? whole.join(ResultTable.read(Path.of(other.substring(0, colon))), other.substring(colon + 1))
                    : whole.join(ResultTable.read(Path.of(other)));
        }
        return whole;
    }

    /** The genes of its networks. */
    Genes genes(ResultTable results) {
        return Genes.of(results, genes);
    }
}
