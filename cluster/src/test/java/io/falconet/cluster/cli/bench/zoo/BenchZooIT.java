package io.falconet.cluster.cli.bench.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import io.falconet.cluster.cli.study.TinyStudy;
import io.falconet.evaluator.synthetic.SyntheticDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Benchmarks with everything real: training, export, timing, the store, the report. */
class BenchZooIT {
    private static Path folder;

    @BeforeAll
    static void benchmark(@TempDir Path temporary) throws IOException {
        folder = temporary;
        new SyntheticDataset(8, 4, 7).write(folder.resolve("data"), done -> {});

        Typed typed = bench("--models=nanodet-m-0.5x,fcos-shufflenetv2", "--out=" + folder.resolve("bench"));

        assertThat(typed.err())
                .contains("training 1 detectors", "1 of 1: nanodet-m-0.5x mAP50-95", "batch 2:", "Report: ");
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("nanodet-m-0.5x", "front", "not trained: no recipe yet");
    }

    @Test
    void whatIsDoneIsDoneOnce() throws IOException {
        Typed again =
                bench("--models=nanodet-m-0.5x,fcos-shufflenetv2", "--out=" + folder.resolve("bench"), "--format=csv");

        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("trained already").doesNotContain("ms an image");
        assertThat(again.out().lines().toList()).isEqualTo(Files.readAllLines(folder.resolve("bench/table.csv")));
    }

    @Test
    void theReportStandsAloneAndTheTableReadsOn() throws IOException {
        assertThat(Files.readString(folder.resolve("bench/report.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("nanodet-m-0.5x", "NanoDet README", "bench zoo --data", "fingerprint")
                .doesNotContain("http");
        JsonNode rows =
                new ObjectMapper().readTree(folder.resolve("bench/table.json").toFile());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("batch2_ms").doubleValue()).isPositive();
        assertThat(rows.get(0).get("front").textValue()).isEqualTo("front");
        assertThat(rows.get(1).get("map50_95").isNull()).isTrue();
    }

    @Test
    void searchedDetectorsStandBesideThePublishedOnes() throws IOException {
        TinyStudy studies = new TinyStudy(folder.resolve("data"));
        assertThat(Typed.run("search", studies.file("tiny", 2, 1).toString(), "--data-dir=" + folder.resolve("store"))
                        .code())
                .isZero();

        Typed typed = bench(
                "--models=nanodet-m-0.5x", "--study=tiny", "--batch-sizes=1", "--out=" + folder.resolve("beside"));

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("0 trained, ", " taken from other studies");
        assertThat(typed.out()).contains("nanodet-m-0.5x", "tiny:");
    }

    @Test
    void givenWeightsAreScoredAsTheyAre() throws IOException {
        Path weights = folder.resolve("weights");
        String data = folder.resolve("data").toString();
        assertThat(Typed.run(
                                "train",
                                "zoo:model=nanodet-m-0.5x,input=128",
                                "--data=" + data,
                                "--epochs=1",
                                "--batch=4",
                                "--threads=1",
                                "--out=" + weights.resolve("nanodet-m-0.5x"))
                        .code())
                .isZero();

        Typed typed = bench(
                "--models=nanodet-m-0.5x",
                "--weights=" + weights,
                "--name=given",
                "--format=json",
                "--out=" + folder.resolve("given"));

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).doesNotContain("training");
        JsonNode row = new ObjectMapper().readTree(typed.out()).get(0);
        assertThat(row.get("training").textValue()).isEqualTo("given weights");
        assertThat(row.get("map50_95").isNumber()).isTrue();
    }

    private static Typed bench(String... further) {
        List<String> words = new ArrayList<>(List.of(
                "bench",
                "zoo",
                "--data=" + folder.resolve("data"),
                "--data-dir=" + folder.resolve("store"),
                "--input=128",
                "--epochs=1",
                "--batch=4",
                "--slots=1",
                "--batch-sizes=1,2"));
        for (String word : further) {
            words.removeIf(known -> known.split("=")[0].equals(word.split("=")[0]));
            words.add(word);
        }
        return Typed.run(words.toArray(String[]::new));
    }
}
