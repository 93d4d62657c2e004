package io.falconet.dashboard;

import com.microsoft.playwright.Page;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Takes a picture of each page, of a made-up study for {@code target/screenshots}. For the pictures in the documents,
 * from a search that was really run:
 *
 * <pre>{@code
 * mvn verify -pl dashboard -am -Dit.test=ScreenshotsIT -Dstore=falconet-data -Dscreenshots=docs/images
 * }</pre>
 */
class ScreenshotsIT {
    private static final Path ROOT = Path.of("..");
    private static final Path PICTURES =
            ROOT.resolve(System.getProperty("screenshots", "dashboard/target/screenshots"));

    @Test
    void picturesOfEachPage(@TempDir Path folder) throws IOException {
        Path store = Optional.ofNullable(System.getProperty("store"))
                .map(ROOT::resolve)
                .orElseGet(() -> madeUp(folder));
        Files.createDirectories(PICTURES);
        ConfigurableApplicationContext server = DashboardApplication.start(
                DashboardOptions.parse("--port", "0", "--data-dir", store.toString(), "--no-login"));
        try (Chromium chromium = Chromium.start()) {
            String study = finished(server.getBean(ResultsDb.class));
            Page page = chromium.window(1280, 1180);
            String address = "http://localhost:" + DashboardApplication.port(server) + "/";
            picture(page, address, "studies", false);
            picture(page, address + "devices", "devices", false);
            picture(page, address + "study/" + study, "study", false);
            picture(page, address + "study/" + study, "study-whole", true);
            String best = (String) page.evaluate(
                    "(chart => chart.keys('Pareto front').sort((a, b) => chart.place(a).y - chart.place(b).y)[0])"
                            + "(document.querySelector('.scatter'))");
            picture(page, address + "study/" + study + "/trial/" + best, "trial", false);
            Page phone = chromium.window(390, 844);
            picture(phone, address + "study/" + study, "study-phone", false);
            picture(phone, address + "study/" + study, "study-phone-whole", true);
        } finally {
            server.close();
        }
    }

    private static void picture(Page page, String address, String name, boolean whole) {
        page.navigate(address);
        page.waitForFunction("document.querySelector('h1')"
                + " && [...document.querySelectorAll('falconet-chart')].every(chart => chart.drawn)");
        page.waitForFunction("getComputedStyle(document.querySelector('.v-loading-indicator')).opacity === '0'");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(whole));
    }

    private static String finished(ResultsDb db) {
        return db.studies().list().stream()
                .filter(study -> study.state() == StudyState.FINISHED)
                .max(Comparator.comparingInt(StudyRecord::finished))
                .map(StudyRecord::name)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a finished study in the store, found none. Maybe: ./falconet demo"));
    }

    private static Path madeUp(Path folder) {
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            new StudyFixture(db, "defects", Instant.now().minusSeconds(1800)).finished();
            StudyFixture.longer(db, "defects", "defects-trust-60e", 60, 0, 2, 5, 8, 10, 13, 16, 19, 22, 25);
            StudyFixture.register(db, Instant.now().minusSeconds(90));
        }
        return folder;
    }
}
