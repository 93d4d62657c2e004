package io.falconet.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import io.falconet.results.ResultsDb;
import io.falconet.results.people.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Every page by every role and by nobody, in a real browser. A page that the table does not name fails it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesIT {
    private static final String LOGIN = "Sign in";
    private static final String REFUSED = "Not for you";
    private static final String NO_LINK = "This link lets in no more";

    /** Every page, an example of its address, and the heading that each finds there. */
    private static final List<Row> TABLE = List.of(
            new Row("", "", LOGIN, "Studies", "Studies", "Studies"),
            new Row("devices", "devices", LOGIN, "Devices", "Devices", "Devices"),
            new Row("study/:study", "study/demo", LOGIN, "demo", "demo", "demo"),
            new Row("study/:study/trial/:number", "study/demo/trial/4", LOGIN, "Trial 4", "Trial 4", "Trial 4"),
            new Row(
                    "study/:study/compare",
                    "study/demo/compare?trials=3,4",
                    LOGIN,
                    "Trials 3, 4",
                    "Trials 3, 4",
                    "Trials 3, 4"),
            new Row("new-study", "new-study", LOGIN, REFUSED, "New study", "New study"),
            new Row("people", "people", LOGIN, REFUSED, REFUSED, "People"),
            new Row("account", "account", LOGIN, "Your account", "Your account", "Your account"),
            new Row("login", "login", LOGIN, "Studies", "Studies", "Studies"),
            new Row("setup", "setup?key=guessed", NO_LINK, NO_LINK, NO_LINK, NO_LINK),
            new Row("join", "join?key=guessed", NO_LINK, NO_LINK, NO_LINK, NO_LINK));

    private Chromium chromium;
    private House house;

    private record Row(String route, String example, String nobody, String viewer, String operator, String admin) {
        String seen(Optional<Role> role) {
            return role.map(each -> switch (each) {
                        case VIEWER -> viewer;
                        case OPERATOR -> operator;
                        case ADMIN -> admin;
                    })
                    .orElse(nobody);
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        chromium = Chromium.start();
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            new StudyFixture(db, "demo", Instant.now().minusSeconds(1800)).finished();
        }
        house = House.open(folder);
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

    static Stream<Optional<Role>> everybody() {
        return Stream.concat(
                Stream.of(Optional.empty()), Stream.of(Role.values()).map(Optional::of));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everybody")
    void everyPage(Optional<Role> role) {
        Page page = chromium.window(1280, 800);
        role.ifPresent(each -> SignIn.as(page, house, House.name(each)));
        for (Row row : TABLE) {
            page.navigate(house.address() + row.example());
            assertThat(page.locator("h1").first()).hasText(row.seen(role));
        }
        page.context().close();
    }

    @Test
    void aFileOfAPageComesToWhoeverSeesThePageAndToNobodyElse() throws Exception {
        Page page = chromium.window(1280, 800);
        SignIn.as(page, house, House.name(Role.VIEWER));
        page.navigate(house.address() + "study/demo/trial/4");
        String file = page.locator(".file").first().getAttribute("href");
        String path = "/" + file.replaceFirst("^[./]*", "");
        String own = page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        assertThat(house.get(path, "Cookie", own).statusCode()).isEqualTo(200);
        assertThat(house.get(path).statusCode()).isNotEqualTo(200);
        assertThat(house.get(path, "Cookie", house.session(Role.ADMIN)).statusCode())
                .as("of another session")
                .isNotEqualTo(200);
        page.context().close();
    }

    @Test
    void thereIsNoPageBesideTheTable() {
        List<RouteData> routes = RouteConfiguration.forRegistry(
                        ApplicationRouteRegistry.getInstance(new VaadinServletContext(
                                ((ServletWebServerApplicationContext) house.context()).getServletContext())))
                .getAvailableRoutes();
        Stream<String> templates = routes.stream()
                .flatMap(route -> Stream.concat(
                        Stream.of(route.getTemplate()),
                        route.getRouteAliases().stream().map(alias -> alias.getTemplate())));
        assertThat(templates.map(RoutesIT::plain))
                .containsExactlyInAnyOrderElementsOf(
                        TABLE.stream().map(Row::route).toList());
    }

    private static String plain(String template) {
        return template.startsWith("/") ? template.substring(1) : template;
    }
}
