package io.falconet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.falconet.results.ResultsDb;
import io.falconet.results.people.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every view by the rules of axe-core: names for what screen readers meet, contrast, order, languages; light and dark. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {
    private static final List<String> OF_ANYBODY = List.of("login", "setup?key=guessed");
    private static final List<String> OF_AN_ADMIN = List.of(
            "",
            "study/demo",
            "study/demo/trial/4",
            "study/demo/trial/11",
            "study/demo/compare?trials=3,4",
            "study/demo/compare",
            "study/nobody",
            "devices",
            "new-study",
            "people",
            "account");

    /** Vaadin puts its sign of a lost connection beside everything, where no landmark is. */
    private static final String CHECK =
            """
            async () => (await axe.run({exclude: ['vaadin-connection-indicator']}, {resultTypes: ['violations']})).violations.map(broken =>
                broken.id + ', ' + broken.help + ': ' + broken.nodes.slice(0, 4).map(node =>
                    node.target.join(' ') + ' (' + (node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message) + ')')
                    .join('; '))
            """;

    private Chromium chromium;
    private House house;
    private String axe;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        chromium = Chromium.start();
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            new StudyFixture(db, "demo", Instant.now().minusSeconds(1800)).finished();
            StudyFixture.longer(db, "demo", "thorough", 60, 0, 3, 6, 9, 12, 15, 18, 21, 24, 27);
            StudyFixture.register(db, Instant.now().minusSeconds(90));
        }
        house = House.open(folder);
        try (InputStream script = AccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    void stop() {
        if (house != null) {
            house.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyView(ColorScheme scheme) {
        Page page = chromium.window(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Map<String, List<?>> broken = new LinkedHashMap<>();
        OF_ANYBODY.forEach(each -> broken.put(each, broken(page, each)));
        SignIn.as(page, house, House.name(Role.ADMIN));
        OF_AN_ADMIN.forEach(each -> broken.put(each, broken(page, each)));
        page.context().close();
        broken.values().removeIf(List::isEmpty);
        assertThat(broken).isEmpty();
    }

    private List<?> broken(Page page, String view) {
        page.navigate(house.address() + view);
        page.locator("h1").first().waitFor();
        page.waitForFunction("[...document.querySelectorAll('falconet-chart')].every(chart => chart.drawn)");
        page.waitForFunction("getComputedStyle(document.querySelector('.v-loading-indicator')).opacity === '0'");
        page.evaluate(axe);
        return (List<?>) page.evaluate(CHECK);
    }
}
