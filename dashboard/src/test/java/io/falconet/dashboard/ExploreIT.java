package io.falconet.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.falconet.results.CalibrationPoint;
import io.falconet.results.ResultsDb;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.LatencyReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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

/** Where trials come from, trials side by side, what failed and what ran when, in a real browser; with pictures of each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExploreIT {
    private static final Path PICTURES = Path.of("target", "screenshots", "explore");

    private final List<String> troubles = new ArrayList<>();
    private Chromium chromium;
    private ConfigurableApplicationContext server;
    private String address;
    private Page page;

    @BeforeAll
    void start(@TempDir Path folder) {
        chromium = Chromium.start();
        try (ResultsDb store = ResultsDb.openFolder(folder)) {
            new StudyFixture(store, "old", Instant.now().minusSeconds(9000)).finished();
            new StudyFixture(store, "bred", Instant.now().minusSeconds(1800))
                    .bred()
                    .finished();
            StudyFixture.register(store, Instant.now().minusSeconds(90));
            DeviceProfile raspberry =
                    new DeviceProfile("raspberry", "Raspberry Pi 5 Model B Rev 1.0, 4 cores", "ONNX Runtime 1.28.0", 1);
            for (int i = 0; i < 12; i++) {
                store.calibrations()
                        .put(new CalibrationPoint(
                                "%016x".formatted(i),
                                "small-objects",
                                2,
                                new LatencyReport(raspberry, 9, 90, 1_000_000, 990_000, 1_010_000, 2000),
                                Instant.now().minusSeconds(86_400 + i)));
            }
        }
        server = DashboardApplication.start(
                DashboardOptions.parse("--port", "0", "--data-dir", folder.toString(), "--no-login"));
        address = "http://localhost:" + DashboardApplication.port(server) + "/";
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
        page = window(1280, 900);
    }

    @AfterEach
    void nothingBroke() {
        page.context().close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aReaderFollowsATrialToItsAncestorsAndBack() {
        page.navigate(address + "study/bred/trial/28");
        Locator line = page.locator(".lineage > li");
        assertThat(line).hasCount(4);
        assertThat(line.first()).containsText("mutated from trial 26");
        assertThat(line.first().locator(".changes li").first()).containsText("→");
        page.getByText("Earlier: from trial").click();
        page.waitForCondition(() -> line.count() > 4);
        assertThat(page.locator(".children")).containsText("No trial was bred from this one so far.");
        picture("lineage");

        line.nth(1).getByRole(AriaRole.LINK).first().click();
        assertThat(page).hasURL(address + "study/bred/trial/26");
        assertThat(page.locator(".lineage-children")).containsText("trial 28");
        page.locator(".lineage-children")
                .getByText("trial 28", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page).hasURL(address + "study/bred/trial/28");
    }

    @Test
    void eachWayOfComingAboutIsTold() {
        page.navigate(address + "study/bred/trial/0");
        assertThat(page.locator(".lineage")).containsText("seed of the study: yolo-fastestv2");
        page.navigate(address + "study/bred/trial/20");
        assertThat(page.locator(".lineage > li").first()).containsText("trial 3, trained on: 8 epochs");
        page.navigate(address + "study/bred/trial/24");
        assertThat(page.locator(".lineage > li").first()).containsText("crossed from trials 21 and 16");
        page.navigate(address + "study/old/trial/4");
        assertThat(page.locator(".wide")).containsText("an earlier version of Falconet proposed it");
    }

    @Test
    void aTrialThatLeftALogAndItsRunsShowsThem() {
        page.navigate(address + "study/bred/trial/4");
        page.getByText("training.log, ").click();
        assertThat(page.locator("pre.log")).containsText("epoch 2: loss 1.6");
        assertThat(page.getByText("Latency, run by run")).isVisible();
        drawn();
        picture("trial");
        page.navigate(address + "study/bred/trial/5");
        assertThat(page.getByText("Latency, run by run")).hasCount(0);
    }

    @Test
    void trialsAreChosenOnATrialsPageAndStandSideBySide() {
        page.navigate(address + "study/bred/trial/24");
        Locator form = page.locator(".compare-form");
        form.locator("input").fill("99");
        form.getByText("Compare").click();
        assertThat(form).containsText("found no number 99");
        form.locator("input").fill("24");
        form.getByText("Compare").click();
        assertThat(form).containsText("found 24 twice");
        form.locator("input").fill("21, 16");
        form.locator("input").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/study/bred/compare\\?trials=24(,|%2C)21(,|%2C)16"));
        assertThat(page.locator("h1")).hasText("Trials 24, 21, 16");
        assertThat(page.locator(".side-by-side").first()).containsText("best");
        assertThat(page.locator(".side-by-side").nth(1)).containsText("≠");
        assertThat(page.locator(".side-by-side .stage").first()).isVisible();
        int differing = page.locator(".side-by-side .stage").count();
        page.getByText("what is the same too").click();
        page.waitForCondition(() -> page.locator(".side-by-side .stage").count() > differing);
        drawn();
        picture("compare");
    }

    @Test
    void anAddressThatChoosesWronglySaysWhatIsWrong() {
        page.navigate(address + "study/bred/compare?trials=3,x");
        assertThat(page.locator(".compare-form")).containsText("found \"x\"");
        assertThat(page.locator(".empty")).containsText("side by side");
        page.navigate(address + "study/bred/compare");
        assertThat(page.locator(".empty")).isVisible();
        picture("compare-empty");
        page.locator(".compare-form input").fill("3 20 24 25");
        page.locator(".compare-form input").press("Enter");
        assertThat(page.locator("h1")).hasText("Trials 3, 20, 24, 25");
        assertThat(page.getByText("They were not trained alike")).isVisible();
        page.navigate(address + "study/nobody/compare?trials=1,2");
        assertThat(page.locator(".empty")).containsText("There is no study named nobody.");
    }

    @Test
    void trialsWithoutFiguresAreComparedAsFarAsTheyCame() {
        page.navigate(address + "study/bred/compare?trials=11,17,13");
        assertThat(page.locator("h1")).hasText("Trials 11, 17, 13");
        assertThat(page.locator(".side-by-side").first()).containsText("infeasible");
        drawn();
    }

    @Test
    void aStudyTellsWhatFailedAndWhatRanWhen() {
        page.navigate(address + "study/bred");
        Locator causes = page.locator(".causes li");
        assertThat(causes).hasCount(2);
        assertThat(causes.first()).containsText("The loss became NaN in epoch #");
        assertThat(causes.first()).containsText("2 ×");
        assertThat(causes.first()).containsText("learning rate");
        assertThat(page.locator(".timeline")).containsText("All 30 trials, up to 3 at once");
        page.waitForFunction("document.querySelector('.timeline falconet-chart')?.keys?.().length === 30");
        drawn();
        picture("study");
        causes.first().getByRole(AriaRole.LINK).first().click();
        assertThat(page).hasURL(address + "study/bred/trial/11");
    }

    @Test
    void devicesTellByWhatTheyWereCalibrated() {
        page.navigate(address + "devices");
        Locator pi = page.locator(".card", new Page.LocatorOptions().setHasText("raspberry"));
        assertThat(pi).containsText("by 12 networks with ONNX Runtime 1.28.0, 1 thread");
        assertThat(pi).containsText("± 1.00 %");
        picture("devices");
    }

    @Test
    void pagesFitAPhoneAndTheDark() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.context().close();
            page = window(390, 844);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String each : List.of("/trial/24", "/compare?trials=24,21,16,28", "")) {
                page.navigate(address + "study/bred" + each);
                assertThat(page.locator("h1")).isVisible();
                drawn();
                if (each.isEmpty()) {
                    assertThat(page.locator(".causes li")).hasCount(2);
                    assertThat(page.locator(".timeline falconet-chart")).isVisible();
                    drawn();
                }
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(each)
                        .isEqualTo(true);
                String name = (each + "/study").split("[/?]")[1] + (scheme == ColorScheme.DARK ? "-dark" : "");
                picture(name + "-phone");
            }
        }
        page.context().close();
        page = window(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(address + "study/bred/compare?trials=24,21,16,28");
        drawn();
        picture("compare-dark");
        page.navigate(address + "study/bred/trial/24");
        drawn();
        picture("trial-dark");
    }

    private void drawn() {
        page.waitForFunction("document.querySelector('h1')"
                + " && [...document.querySelectorAll('falconet-chart')].every(chart => chart.drawn)");
    }

    private void picture(String name) {
        page.waitForFunction("getComputedStyle(document.querySelector('.v-loading-indicator')).opacity === '0'");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Whatever the browser complains of is a trouble. */
    private Page window(int width, int height) {
        Page window = chromium.window(width, height);
        window.onPageError(error -> troubles.add("error: " + error));
        window.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add("console: " + message.text());
            }
        });
        return window;
    }
}
