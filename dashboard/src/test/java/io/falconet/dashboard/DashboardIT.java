package io.falconet.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.falconet.results.ResultsDb;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The dashboard as a reader meets it: a real server on a real store, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {
    private final List<String> troubles = new ArrayList<>();
    private Chromium chromium;
    private ConfigurableApplicationContext server;
    private String address;
    private ResultsDb db;
    private Page page;

    @BeforeAll
    void start(@TempDir Path folder) {
        chromium = Chromium.start();
        try (ResultsDb store = ResultsDb.openFolder(folder)) {
            new StudyFixture(store, "demo", Instant.now().minusSeconds(1800)).finished();
            StudyFixture.register(store, Instant.now().minusSeconds(90));
        }
        server = DashboardApplication.start(
                DashboardOptions.parse("--port", "0", "--data-dir", folder.toString(), "--no-login"));
        address = "http://localhost:" + DashboardApplication.port(server) + "/";
        db = server.getBean(ResultsDb.class);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        page = window(1280, 800);
    }

    @AfterEach
    void nothingBroke() {
        page.context().close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void devicesAreListedWithWhatWasTimedOnThemAndNoSecrets() {
        page.navigate(address);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Devices"))
                .click();
        assertThat(page).hasURL(address + "devices");
        Locator pi = page.locator(".card", new Page.LocatorOptions().setHasText("raspberry"));
        assertThat(pi).containsText("Raspberry Pi 5 Model B Rev 1.0, 4 cores");
        assertThat(pi).containsText("registered");
        assertThat(page.locator(".card", new Page.LocatorOptions().setHasText("local")))
                .containsText("27, the latest");
        assertThat(page.content()).doesNotContain(StudyFixture.TOKEN);
    }

    @Test
    void aReaderWalksFromTheListToTheFrontToATrialToItsFile() throws IOException {
        page.navigate(address);
        assertThat(page.locator(".card", new Page.LocatorOptions().setHasText("demo")))
                .containsText("30 of 30");

        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("demo"))
                .click();
        assertThat(page).hasURL(address + "study/demo");
        assertThat(page.locator(".scatter canvas")).isVisible();
        int number = anyOnFront();
        Map<String, Double> point = place(number);
        page.mouse().move(point.get("x"), point.get("y"));
        assertThat(page.locator(".chart-tip")).containsText("Trial " + number);

        page.mouse().click(point.get("x"), point.get("y"));
        assertThat(page).hasURL(address + "study/demo/trial/" + number);
        assertThat(page.locator("h1")).hasText("Trial " + number);
        assertThat(page.locator("svg.network")).isVisible();
        assertThat(page.locator(".side")).containsText("stage1.block");

        Download onnx =
                page.waitForDownload(() -> page.locator(".file", new Page.LocatorOptions().setHasText("model.onnx"))
                        .click());
        assertThat(onnx.suggestedFilename()).isEqualTo("demo-" + number + "-model.onnx");
        assertThat(Files.readAllBytes(onnx.path())).isEqualTo(StudyFixture.onnx(number));
    }

    @Test
    void theFrontComesAsAnArchive() throws IOException {
        page.navigate(address + "study/demo");
        Download download =
                page.waitForDownload(() -> page.getByText("Download the front").click());
        assertThat(download.suggestedFilename()).isEqualTo("demo-front.zip");
        Map<String, byte[]> files = unzip(download.path());
        assertThat(new String(files.get("front.csv"))).startsWith("trial,network,map50-95,map50,map-small,latency");
        int number = anyOnFront();
        assertThat(files.get("trial-%03d/model.onnx".formatted(number))).isEqualTo(StudyFixture.onnx(number));
        assertThat(files).containsKey("trial-%03d/configuration.json".formatted(number));
    }

    @Test
    void aPartOfTheNetworkOpensOnAClickAndClosesAgain() {
        page.navigate(address + "study/demo/trial/4");
        Locator stage = page.locator("[data-scope='backbone.stage1']");
        stage.click();
        assertThat(page.locator("[data-scope='backbone.stage1.0']")).isVisible();
        assertThat(stage).hasCount(0);
        page.getByLabel("Close backbone.stage1").click();
        assertThat(stage).isVisible();
        page.locator("[data-scope='backbone.stem']").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Close backbone.stem")).isVisible();
    }

    @Test
    void aFailedTrialSaysWhy() {
        page.navigate(address + "study/demo/trial/11");
        assertThat(page.locator(".trouble")).containsText("The loss became NaN in epoch 2");
        assertThat(page.locator(".trouble pre")).containsText("TrainingException");
    }

    @Test
    void theAxesCanBeChosen() {
        page.navigate(address + "study/demo");
        assertThat(page.locator(".scatter canvas")).isVisible();
        String before = option("xAxis");
        page.getByLabel("Across").click();
        page.locator("vaadin-select-item:visible", new Page.LocatorOptions().setHasText("MACs"))
                .last()
                .click();
        page.waitForCondition(() -> option("xAxis").contains("MACs"));
        assertThat(before).contains("latency");
    }

    @Test
    void aRunningStudyMovesWhileThePageIsOpen() {
        Instant start = Instant.now().minusSeconds(200);
        StudyFixture running = new StudyFixture(db, "running", start).begin();
        page.navigate(address + "study/running");
        assertThat(page.locator(".study-header")).containsText("of 30");
        assertThat(page.locator(".scatter canvas")).isVisible();
        for (int number = 0; number < 9; number++) {
            running.propose(number);
        }
        for (int number = 0; number < 7; number++) {
            running.finish(number);
        }
        running.beat();
        assertThat(page.locator(".study-header")).containsText("7of 30, 2 in flight");
        page.waitForCondition(() -> place(3) != null);

        page.navigate(address + "study/running/trial/7");
        assertThat(page.locator(".title")).containsText("running");
        running.finish(7);
        assertThat(page.locator(".title")).containsText("evaluated");
        assertThat(page.locator(".file")).hasCount(3);
    }

    @Test
    void longerTrainingsTellHowFarToTrustTheRanking() {
        page.navigate(address + "study/demo");
        assertThat(page.locator(".trust")).containsText("Not known yet");
        assertThat(page.locator(".trust .code")).hasText("./falconet trust demo --epochs 32");

        StudyFixture.longer(db, "demo", "thorough", 60, 0, 3, 6, 9, 12, 15, 18, 21, 24, 27);

        assertThat(page.locator(".trust")).containsText("better after 8 epochs is better after 60 epochs too");
        assertThat(page.locator(".trust-table tbody tr")).containsText(new String[] {"8 epochs", "parameters", "MACs"});
        page.waitForFunction("document.querySelector('.trust falconet-chart').keys().length === 10");
    }

    @Test
    void pagesFitAPhone() {
        page.context().close();
        page = window(390, 844);
        for (String each : List.of("", "devices", "study/demo", "study/demo/trial/4")) {
            page.navigate(address + each);
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(each)
                    .isEqualTo(true);
        }
    }

    @Test
    void whoeverLikesItDarkGetsItDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(address);
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(15, 23, 32)");
    }

    @Test
    void anUnknownStudySaysSo() {
        page.navigate(address + "study/nobody");
        assertThat(page.locator(".empty")).containsText("There is no study named nobody.");
    }

    private int anyOnFront() {
        page.waitForFunction("(chart => chart?.drawn && chart.keys().length)(document.querySelector('.scatter'))");
        return Integer.parseInt((String) page.evaluate("document.querySelector('.scatter').keys('Pareto front')[0]"));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Double> place(int number) {
        page.locator(".scatter").scrollIntoViewIfNeeded();
        Map<String, Number> place = (Map<String, Number>)
                page.evaluate("number => document.querySelector('.scatter').place(number)", number);
        return place == null
                ? null
                : Map.of("x", place.get("x").doubleValue(), "y", place.get("y").doubleValue());
    }

    private String option(String part) {
        return String.valueOf(page.evaluate(
                "part => JSON.stringify(JSON.parse(document.querySelector('.scatter').option)[part])", part));
    }

    /** Whatever the browser complains of, and every request to another host, is a trouble. */
    private Page window(int width, int height) {
        Page window = chromium.window(width, height);
        window.onPageError(error -> troubles.add("error: " + error));
        window.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add("console: " + message.text());
            }
        });
        window.onRequest(request -> {
            if (!request.url().startsWith(address) && request.url().startsWith("http")) {
                troubles.add("request to " + request.url());
            }
        });
        return window;
    }

    private static Map<String, byte[]> unzip(Path file) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
