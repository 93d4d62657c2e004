package io.falconet.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.falconet.results.ResultsDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A study's page as an explorer meets it: filters, what is chosen in charts, orders, and the link that says all of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudyPageIT {
    private Chromium chromium;
    private ConfigurableApplicationContext server;
    private String address;
    private Page page;

    @BeforeAll
    void start(@TempDir Path folder) {
        chromium = Chromium.start();
        try (ResultsDb store = ResultsDb.openFolder(folder)) {
            new StudyFixture(store, "demo", Instant.now().minusSeconds(1800)).finished();
        }
        server = DashboardApplication.start(
                DashboardOptions.parse("--port", "0", "--data-dir", folder.toString(), "--no-login"));
        address = "http://localhost:" + DashboardApplication.port(server) + "/study/demo";
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
        page = chromium.window(1280, 1000);
        page.navigate(address);
        assertThat(count()).hasText("30 trials");
        page.waitForFunction("document.querySelector('.scatter').drawn && document.querySelector('.parallel').drawn");
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    @Test
    void theFrontAloneFillsTheTableAndTheLinkSaysSo() {
        front(page).check();
        assertThat(page).hasURL(address + "?front=only");
        String told = count().textContent();
        assertThat(told).matches("\\d+ of 30 trials");
        Page other = chromium.window(1280, 1000);
        other.navigate(page.url());
        assertThat(other.locator(".filter-count")).hasText(told);
        assertThat(front(other)).isChecked();
        other.context().close();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show all trials"))
                .click();
        assertThat(count()).hasText("30 trials");
        assertThat(page).hasURL(address);
    }

    @Test
    void aRangeThatIsTypedFiltersAndIsDrawn() {
        page.getByLabel("at least", new Page.GetByLabelOptions().setExact(true)).fill("0.3");
        page.getByLabel("at least", new Page.GetByLabelOptions().setExact(true)).press("Enter");
        assertThat(page.locator(".filter-chip")).containsText("mAP50-95 at least 0.3");
        page.waitForFunction("document.querySelector('.scatter').option.includes('markArea')");
        assertThat(page).hasURL(address + "?map50-95=0.3..");
        page.locator(".filter-chip").click();
        assertThat(count()).hasText("30 trials");
    }

    @Test
    void aRectangleDrawnOverTheChartFiltersTheTable() {
        Locator chart = page.locator(".scatter");
        chart.scrollIntoViewIfNeeded();
        BoundingBox box = chart.boundingBox();
        page.mouse().move(box.x + box.width * 0.3, box.y + box.height * 0.25);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.6, box.y + box.height * 0.5);
        page.mouse().move(box.x + box.width * 0.7, box.y + box.height * 0.7);
        page.mouse().up();
        assertThat(page.locator(".filter-chip")).hasCount(2);
        assertThat(page).hasURL(Pattern.compile(".*\\?latency=.*&map50-95=.*"));
        assertThat(count()).containsText(" of 30 trials");
        page.reload();
        assertThat(page.locator(".filter-chip")).hasCount(2);
    }

    @Test
    void aPartOfAParallelAxisFiltersTheTable() {
        page.locator(".parallel").scrollIntoViewIfNeeded();
        page.evaluate("document.querySelector('.parallel')._chart.dispatchAction("
                + "{type: 'axisAreaSelect', parallelAxisId: 'map50-95', intervals: [[0.1, 0.4]]})");
        assertThat(page.locator(".filter-chip")).containsText("mAP50-95 0.1 to 0.4");
        assertThat(page).hasURL(address + "?map50-95=0.1..0.4");
        page.waitForFunction("document.querySelector('.parallel').option.includes('chosen')");
    }

    @Test
    void theOrderIsPartOfTheLink() {
        page.locator(".trials vaadin-grid-sorter", new Page.LocatorOptions().setHasText("Parameters"))
                .click();
        assertThat(page).hasURL(address + "?sort=parameters");
        String first = firstRow(page);
        Page other = chromium.window(1280, 1000);
        other.navigate(page.url());
        assertThat(other.locator(".filter-count")).hasText("30 trials");
        other.waitForCondition(() -> firstRow(other).equals(first));
        other.context().close();
    }

    @Test
    void theFilteredTrialsComeAsCsv() throws IOException {
        page.navigate(address + "?state=failed&state=infeasible");
        assertThat(count()).hasText("2 of 30 trials");
        Download csv =
                page.waitForDownload(() -> page.getByText("These trials as CSV").click());
        List<String> lines = Files.readAllLines(csv.path());
        assertThat(csv.suggestedFilename()).isEqualTo("demo-trials.csv");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("trial,state,network,map50-95,");
        assertThat(lines.get(1)).startsWith("11,failed,").contains("The loss became NaN in epoch 2");
    }

    @Test
    void tooFewTrialsTellNothingOfWhatMatters() {
        assertThat(page.locator(".importance")).containsText("Too few trials to tell");
    }

    @Test
    void theBestSoFarIsDrawnInThePlaceOfTheHypervolume() {
        page.getByLabel("What is shown over time").click();
        page.locator("vaadin-select-item:visible", new Page.LocatorOptions().setHasText("Best latency"))
                .last()
                .click();
        page.waitForFunction(
                "[...document.querySelectorAll('falconet-chart')].some(chart => chart.option.includes('best latency'))");
    }

    private static Locator front(Page page) {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("On the front"));
    }

    private Locator count() {
        return page.locator(".filter-count");
    }

    private static String firstRow(Page page) {
        return String.valueOf(page.evaluate(
                "[...document.querySelectorAll('.trials a')].map(a => [a.getBoundingClientRect().top, a.textContent])"
                        + ".sort((a, b) => a[0] - b[0])[0]?.[1]"));
    }
}
