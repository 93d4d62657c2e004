package io.falconet.space.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTableTest {
    @TempDir
    private Path folder;

    @Test
    void cellsAreReadByColumn() throws IOException {
        ResultTable table = table("idx,name,ms\n0,\"a, b\",1.5\n1,c,2e-1\n\n");
        assertThat(table.columns()).containsExactly("idx", "name", "ms");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.texts("name")).containsExactly("a, b", "c");
        assertThat(table.numbers("ms")).containsExactly(1.5, 0.2);
    }

    @Test
    void tablesAreJoinedByWhatBothHave() throws IOException {
        ResultTable times = table("idx,ms\n0,10\n1,11\n");
        ResultTable networks = table("idx,code,ms\n1,b,7\n0,a,8\n2,c,9\n");
        ResultTable joined = times.join(networks);
        assertThat(joined.texts("code")).containsExactly("a", "b");
        assertThat(joined.numbers("ms")).containsExactly(10, 11);
        assertThatThrownBy(() -> networks.join(times))
                .hasMessageContaining("idx 2")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> times.join(table("idx,x\n0,1\n0,2\n"))).hasMessageContaining("several rows of idx 0");
        assertThatThrownBy(() -> times.join(table("a,b\n0,1\n"))).hasMessageContaining("A column in both");
    }

    @Test
    void genesAreLettersWordsOrColumns() throws IOException {
        ResultTable table = table("code,words,first,second\n10,7 12,a,x\n01,12 7,b,x\n");
        assertThat(Genes.of(table, "digits:code").rows()).isDeepEqualTo(new int[][] {{1, 0}, {0, 1}});
        assertThat(Genes.of(table, "words:words").values()).containsExactly(List.of("12", "7"), List.of("12", "7"));
        assertThat(Genes.of(table, "first, second").oneHot()).isDeepEqualTo(new double[][] {{1, 0, 1}, {0, 1, 1}});
    }

    @Test
    void whatIsNoTableIsRefusedWithARemedy() throws IOException {
        assertRefused(() -> table("a,b\n1\n"), "line 2: 2 cells were expected", "found 1");
        assertRefused(() -> table("a,b\n"), "rows under a header were expected");
        assertRefused(() -> table("a,a\n1,2\n"), "duplicate");
        assertRefused(() -> ResultTable.read(folder.resolve("none.csv")), "no such file");
        ResultTable table = table("latency,code\n1,10\nslow,1\n");
        assertRefused(() -> table.texts("latenzy"), "has no column latenzy", "Maybe latency is meant");
        assertRefused(() -> table.numbers("latency"), "row 2, column latency", "\"slow\"");
        assertRefused(() -> Genes.of(table, "digits:code"), "row 2: 2 genes were expected", "found 1");
    }

    private static void assertRefused(ThrowingCallable work, String... parts) {
        assertThatThrownBy(work)
                .isInstanceOf(TableException.class)
                .hasMessageContaining("Maybe")
                .hasMessageContainingAll(parts);
    }

    private ResultTable table(String text) throws IOException {
        return ResultTable.read(Files.writeString(Files.createTempFile(folder, "table", ".csv"), text));
    }
}
