package io.falconet.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.falconet.results.people.Role;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How people come in, and let others in: in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleIT {
    private Chromium chromium;

    /** Further options, by which each test has a store of its own. */
    String[] store() throws Exception {
        return new String[0];
    }

    @BeforeAll
    void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private Page window() {
        return chromium.window(1280, 800);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void choose(Page page, String password) {
        page.getByLabel("New password").fill(password);
        page.getByLabel("The same again").fill(password);
    }

    private static String printed(House house) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
        Greeting.of(house.context(), DashboardOptions.parse("--port", "0")).print(out, out);
        return console.toString(StandardCharsets.UTF_8);
    }

    private static String link(String console) {
        Matcher link = Pattern.compile("http://localhost:\\d+/setup\\?key=[A-Za-z0-9_-]{43}")
                .matcher(console);
        assertThat(link.find()).as(console).isTrue();
        return link.group();
    }

    @Test
    void theFirstOneComesInByTheLinkOnTheConsoleAndLetsInAnother(@TempDir Path folder) throws Exception {
        try (House house = House.empty(folder, store())) {
            Page admin = window();
            admin.navigate(house.address());
            assertThat(admin.locator("h1")).hasText("Nobody has an account yet");
            String link = link(printed(house));
            admin.navigate(link);
            admin.getByLabel("Name").fill("Ann");
            choose(admin, "short");
            press(admin, "Make the account");
            assertThat(admin.locator(".door-card")).containsText("Expected at least 10 characters, found 5");
            choose(admin, House.PASSWORD);
            press(admin, "Make the account");
            assertThat(admin.locator(".door-card")).containsText("Sign in with it");
            SignIn.with(admin, "ann", House.PASSWORD);
            assertThat(admin.locator(".reader")).containsText("ann");
            assertThat(printed(house)).doesNotContain("/setup");
            admin.navigate(link);
            assertThat(admin.locator("h1")).hasText("This link lets in no more");

            admin.navigate(house.address() + "people");
            press(admin, "Invite");
            String invitation = admin.getByLabel("Link").inputValue();
            assertThat(invitation).contains("/join?key=");
            Page viewer = window();
            viewer.navigate(invitation);
            assertThat(viewer.locator(".door-card")).containsText("you will be a viewer");
            viewer.getByLabel("Name").fill("bob");
            choose(viewer, House.PASSWORD);
            press(viewer, "Make the account");
            SignIn.with(viewer, "bob", House.PASSWORD);
            assertThat(viewer.locator(".reader")).containsText("bob");
            assertThat(viewer.locator(".header")).not().containsText("People");
            viewer.navigate(house.address() + "people");
            assertThat(viewer.locator("h1")).hasText("Not for you");

            admin.navigate(house.address() + "people");
            press(admin, "Disable: bob");
            assertThat(admin.locator(".rows").last()).containsText("disabled");
            viewer.navigate(house.address());
            assertThat(viewer.locator("h1")).hasText("Sign in");
            press(admin, "Disable: ann");
            assertThat(admin.locator(".cause")).containsText("Expected an admin to remain");
        }
    }

    @Test
    void whoSignsOutIsOutAndTooManyWrongPasswordsWait(@TempDir Path folder) throws Exception {
        try (House house = House.open(folder, store())) {
            Page page = window();
            SignIn.as(page, house, "viewer");
            press(page, "Sign out");
            assertThat(page.locator("h1")).hasText("Sign in");
            page.navigate(house.address());
            assertThat(page.locator("h1")).hasText("Sign in");
            for (int i = 0; i < 5; i++) {
                SignIn.with(page, "viewer", "a wrong password");
                page.waitForURL("**/login?error");
                assertThat(page.locator("vaadin-login-form")).containsText("do not belong together");
                page.navigate(house.address() + "login");
            }
            SignIn.with(page, "viewer", House.PASSWORD);
            assertThat(page.locator("vaadin-login-form")).containsText("Too many attempts. Try again in ");
        }
    }

    @Test
    void everybodyMakesTokensAndChangesThePassword(@TempDir Path folder) throws Exception {
        try (House house = House.open(folder, store())) {
            Page page = window();
            SignIn.as(page, house, "operator");
            page.navigate(house.address() + "account");
            page.getByLabel("Name of the new token").fill("nightly");
            press(page, "Make a token");
            Locator secret = page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true));
            assertThat(secret).hasValue(Pattern.compile("falconet_[A-Za-z0-9_-]{43}"));
            String token = secret.inputValue();
            assertThat(house.get("/api/v1/studies", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(200);
            page.reload();
            assertThat(page.locator("h1")).hasText("Your account");
            assertThat(page.locator(".rows")).containsText("nightly");
            assertThat(page.content()).doesNotContain(token);
            press(page, "Revoke: nightly");
            assertThat(page.locator(".rows")).isHidden();
            assertThat(house.get("/api/v1/studies", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(401);

            page.getByLabel("Password now").fill("not it at all");
            choose(page, "another four words here");
            press(page, "Change the password");
            assertThat(page.locator(".fields").first()).containsText("That is not your password");
            page.getByLabel("Password now").fill(House.PASSWORD);
            press(page, "Change the password");
            assertThat(page.locator("h1")).hasText("Sign in");
            SignIn.with(page, "operator", "another four words here");
            assertThat(page.locator(".reader")).containsText("operator");
            assertThat(house.login("operator", House.PASSWORD)
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/login?error");
        }
    }

    @Test
    void withoutLoginThePagesSaySo(@TempDir Path folder) throws Exception {
        try (House house = House.empty(folder, "--no-login")) {
            Page page = window();
            page.navigate(house.address());
            assertThat(page.locator("h1")).hasText("Studies");
            assertThat(page.locator(".unlocked")).hasText("no login");
            page.navigate(house.address() + "people");
            assertThat(page.locator("h1")).hasText("People");
            page.navigate(house.address() + "account");
            assertThat(page.locator(".empty")).containsText("Nobody signs in here");
        }
    }

    @Test
    void anAdminWhoForgotThePasswordComesBackByAnotherLink(@TempDir Path folder) throws Exception {
        String[] store = store();
        try (House house = House.open(folder, store)) {
            ByteArrayOutputStream console = new ByteArrayOutputStream();
            int port = DashboardApplication.port(house.context());
            List<String> arguments = new ArrayList<>(
                    List.of("--setup-link", "--port", Integer.toString(port), "--data-dir", folder.toString()));
            arguments.addAll(List.of(store));
            int code = DashboardApplication.run(
                    new PrintStream(console, true, StandardCharsets.UTF_8),
                    System.err,
                    arguments.toArray(String[]::new));
            assertThat(code).isZero();
            Page page = window();
            page.navigate(link(console.toString(StandardCharsets.UTF_8)));
            page.getByLabel("Name").fill(House.name(Role.ADMIN));
            choose(page, "another four words here");
            press(page, "Make the account");
            SignIn.with(page, "admin", "another four words here");
            assertThat(page.locator(".reader")).containsText("admin");
        }
    }
}
