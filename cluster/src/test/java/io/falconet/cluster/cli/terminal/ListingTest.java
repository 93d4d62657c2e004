package io.falconet.cluster.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.terminal.Listing.Column;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ListingTest {
    private final Listing listing = new Listing(
                    Column.of("name", "name"), new Column("macs", "MACs", "%,d"), new Column("map", "mAP", "%.2f"))
            .row("a, \"b\"", 1_200_000L, 0.123)
            .row("c", 5L, Double.NaN);

    @Test
    void textAlignsNumbersToTheRight() {
        assertThat(printed(OutputFormat.text))
                .isEqualTo(
                        """
                        name         MACs   mAP
                        a, "b"  1,200,000  0.12
                        c               5     –
                        """);
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        assertThat(printed(OutputFormat.csv))
                .isEqualTo(
                        """
                        name,macs,map
                        "a, ""b""\",1200000,0.123
                        c,5,
                        """);
    }

    @Test
    void jsonKeepsNumbersExactAndNothingNull() {
        assertThat(printed(OutputFormat.json))
                .contains("\"macs\" : 1200000")
                .contains("\"map\" : 0.123")
                .contains("\"map\" : null");
    }

    private String printed(OutputFormat format) {
        StringWriter text = new StringWriter();
        listing.print(format, new PrintWriter(text));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
