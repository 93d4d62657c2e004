package io.falconet.space.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.search.strategy.Genome;
import io.falconet.space.table.Genes;
import io.falconet.space.table.ResultTable;
import io.falconet.space.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableProblemTest {
    @TempDir
    private Path folder;

    @Test
    void networksThatTheTableLacksCannotBeTried() throws IOException {
        TableProblem problem =
                problem("block,width,map,ms\nghost,8,0.3,4\ndla,16,0.5,9\nghost,16,0.4,5\n", "map:max:0.1", "ms:min");
        assertThat(problem.choices()).hasSize(2).noneMatch(choice -> choice.ordered());
        assertThat(problem.of(new Genome(0, 1)).objection()).contains("the table has no such network");
        assertThat(problem.of(new Genome(1, 0)).objection()).isEmpty();
        assertThat(problem.point(new Genome(1, 0))).containsExactly(-0.4, 5);
        assertThat(problem.best()).isEqualTo(-0.5);
    }

    @Test
    void theHypervolumeIsHeldAgainstTheTablesOwnFront() throws IOException {
        TableProblem problem = problem("block,map,ms\na,0.3,4\nb,0.5,9\nc,0.2,10\n", "map:max:0.1", "ms:min");
        assertThat(problem.hypervolumeShare(List.of())).isZero();
        assertThat(problem.hypervolumeShare(List.of(new double[] {-0.3, 4}, new double[] {-0.5, 9})))
                .isEqualTo(1);
        assertThat(problem.hypervolumeShare(List.of(new double[] {-0.3, 4}))).isBetween(0.85, 0.86);
    }

    @Test
    void wrongTablesAndObjectivesSayWhatIsWrong() {
        assertThatThrownBy(() -> problem("block,map\na,0.3\na,0.5\n", "map:max"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("found the same in rows 1 and 2. Maybe --genes lacks a column");
        assertThatThrownBy(() -> TableObjective.parse("map"))
                .hasMessageContaining("COLUMN:max or COLUMN:min")
                .hasMessageContaining("Maybe map:max.");
        assertThatThrownBy(() -> TableObjective.parse("map:most")).hasMessageContaining("found \"map:most\"");
        assertThatThrownBy(() -> TableObjective.parse("map:max:all")).hasMessageContaining("found \"all\"");
    }

    private TableProblem problem(String csv, String... objectives) throws IOException {
        ResultTable table = ResultTable.read(Files.writeString(folder.resolve("table.csv"), csv));
        String genes = table.columns().contains("width") ? "block,width" : "block";
        return new TableProblem(
                table,
                Genes.of(table, genes),
                Stream.of(objectives).map(TableObjective::parse).toList());
    }
}
