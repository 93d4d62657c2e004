package io.falconet.cluster.cli.model;

import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.space.graph.Complexity;
import io.falconet.space.zoo.Claim;
import io.falconet.space.zoo.ZooModel;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What publications say that models cost, beside what they do cost. */
public final class ClaimListing {
    private final Listing listing = new Listing(
            Column.of("model", "model"),
            Column.of("input", "input"),
            Column.of("where", "where"),
            Column.of("claimedParameters", "claimed"),
            new Column("parameters", "parameters", "%,d"),
            new Column("parametersExecuted", "executed", "%,d"),
            Column.of("claimedOperations", "claimed"),
            new Column("macs", "MACs", "%,d"),
            new Column("flops", "FLOPs", "%,d"),
            Column.of("verdict", "verdict"));

    /** Adds what is said of a model. */
    ClaimListing add(ZooModel model, Collection<Claim> claims) {
        for (Claim claim : claims) {
            Complexity truth = claim.truth(model);
            listing.row(
                    model.name(),
                    ImageSize.text(claim.image(model)),
                    claim.where(),
                    said(claim.parameters()),
                    truth.parameters(),
                    truth.parametersExecuted(),
                    said(claim.operations()),
                    truth.macs(),
                    truth.flops(),
                    claim.right() ? "right" : claim.verdict());
        }
        return this;
    }

    private static String said(String text) {
        return text.isEmpty() ? null : text;
    }

    /** What is said and what is so, as objects. */
    List<Map<String, Object>> objects() {
        return listing.objects();
    }

    boolean empty() {
        return listing.objects().isEmpty();
    }

    /** What is said, for a cell of a table. */
    public static String inWords(List<Claim> claims) {
        return claims.stream()
                .map(claim -> Stream.of(claim.where(), claim.parameters(), claim.operations(), claim.verdict())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    void print(PrintWriter out) {
        listing.print(OutputFormat.text, out);
    }
}
