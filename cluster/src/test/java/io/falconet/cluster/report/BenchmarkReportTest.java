package io.falconet.cluster.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.compare.Benchmark;
import io.falconet.cluster.compare.Contender;
import io.falconet.cluster.compare.Result;
import io.falconet.cluster.compare.Timing;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Shape;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.zoo.ZooModel;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BenchmarkReportTest {
    private static final String NASTY = "<script>alert('1 & 2')</script> \u001b[31m\"red\"";

    @Test
    void thePageIsWellFormed() throws Exception {
        Document page = parsed(new BenchmarkReport(benchmark(results())).html());

        assertThat(elements(page, "h1").get(0).getTextContent()).isEqualTo("Detectors on cells");
        assertThat(elements(page, "svg")).hasSizeGreaterThan(4);
        assertThat(elements(page, "tbody").get(0).getElementsByTagName("tr").getLength())
                .isEqualTo(results().size());
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        String html = new BenchmarkReport(benchmark(results())).html();

        assertThat(html).doesNotContainPattern("(?i)(src|href|action|srcset|data)\\s*=");
        assertThat(html).doesNotContainPattern("(?i)@import|url\\(|https?://|fetch\\(|XMLHttpRequest|import\\(");
    }

    @Test
    void textIsTextWhateverItHolds() throws Exception {
        Result nasty = new Result(
                contender(NASTY, false, null),
                Optional.empty(),
                "",
                Optional.of("training failed: " + NASTY),
                OptionalLong.empty(),
                List.of());
        String html = new BenchmarkReport(benchmark(List.of(nasty))).html();

        Document page = parsed(html);

        assertThat(elements(page, "script")).hasSize(1);
        assertThat(page.getDocumentElement().getTextContent()).contains("<script>alert('1 & 2')</script>");
        assertThat(html).doesNotContain("<script>alert").doesNotContain("\u001b");
    }

    @Test
    void styleAndScriptNeedNoEscaping() {
        String html = new BenchmarkReport(benchmark(results())).html();

        // HTML takes both as they stand, XML would not: neither may hold what is escaped
        for (String element : List.of("style", "script")) {
            String content = html.replaceFirst("(?s).*<" + element + "[^>]*>(.*)</" + element + ">.*", "$1");
            assertThat(content).hasSizeGreaterThan(100).doesNotContainPattern("[<>]|&(lt|gt|amp);");
        }
    }

    @Test
    void everyPlotIsNamedForThoseWhoDoNotSeeIt() throws Exception {
        Document page = parsed(new BenchmarkReport(benchmark(results())).html());

        assertThat(elements(page, "svg"))
                .allSatisfy(svg -> assertThat(svg.getAttribute("aria-hidden").equals("true")
                                || svg.getAttribute("role").equals("img")
                                        && svg.getAttribute("aria-label").length() > 10)
                        .isTrue());
    }

    @Test
    void disturbedTimingsBearTheirMark() throws Exception {
        Document page = parsed(new BenchmarkReport(benchmark(results())).html());

        assertThat(elements(page, "abbr")).hasSize(1).allSatisfy(mark -> {
            assertThat(mark.getTextContent()).isEqualTo("†");
            assertThat(mark.getAttribute("title")).contains("others had the core");
        });
        assertThat(page.getDocumentElement().getTextContent()).contains("the figure may be too high");
    }

    @Test
    void claimsStandBesideWhatWasMeasured() throws Exception {
        Document page = parsed(new BenchmarkReport(benchmark(results())).html());

        String text = page.getDocumentElement().getTextContent();
        assertThat(text).contains("YOLOv5 README, release 7.0", "COCO val2017, 640 px", "45 ms on a processor");
        assertThat(text).contains("NanoDet README", "0.206");
        assertThat(text).contains("1.9M", "4.5G");
    }

    @Test
    void aBenchmarkWithoutAnythingToShowStillReads() throws Exception {
        assertThat(elements(parsed(new BenchmarkReport(benchmark(List.of())).html()), "h1"))
                .hasSize(1);
    }

    private static Benchmark benchmark(List<Result> results) {
        return new Benchmark(
                "Detectors on cells",
                Instant.EPOCH,
                Map.of("name", "cells"),
                Map.of("recipe", "short"),
                Map.of("processor", NASTY),
                "falconet bench zoo --data cells",
                List.of("Nothing is missing & all is well."),
                List.of(1, 32),
                results);
    }

    private static List<Result> results() {
        List<Result> results = new ArrayList<>();
        String[] names = {"yolov5n", "nanodet-m", "yolov5s", "nanodet-plus-m", "yolov4-tiny"};
        for (int i = 0; i < names.length; i++) {
            results.add(
                    result(contender(names[i], false, ZooModel.named(names[i])), 0.3 + 0.02 * i, 5 + 3 * i, i == 2));
        }
        results.add(result(contender("boards:12", true, null), 0.42, 4, false));
        results.add(new Result(
                contender("fcos-shufflenetv2", false, ZooModel.named("fcos-shufflenetv2")),
                Optional.empty(),
                "",
                Optional.of("not trained: no recipe yet"),
                OptionalLong.of(4_000_000),
                List.of(timing(1, 12, false), timing(32, 11, false))));
        return results;
    }

    private static Result result(Contender contender, double map, double millis, boolean disturbed) {
        return new Result(
                contender,
                Optional.of(new Accuracy(map, 1.6 * map, map, Double.NaN, map, map)),
                "20 epochs",
                Optional.empty(),
                OptionalLong.of(4_000_000),
                List.of(timing(1, millis, disturbed), timing(32, 0.8 * millis, false)));
    }

    private static Timing timing(int batch, double millis, boolean disturbed) {
        return new Timing(
                batch,
                millis,
                0.95 * millis,
                1.05 * millis,
                disturbed ? Optional.of("others had the core") : Optional.empty());
    }

    private static Contender contender(String name, boolean searched, ZooModel model) {
        return new Contender(
                name,
                model == null ? "search boards" : model.source(),
                searched,
                List.of(),
                Shape.image(320, 320),
                name,
                new Complexity(1_900_000, 1_900_000, 1_890_000, 500_000_000 + name.hashCode() % 1000),
                Optional.ofNullable(model));
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
