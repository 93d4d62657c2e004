package io.falconet.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.falconet.dashboard.security.Admissions;
import io.falconet.results.people.AccountStore;
import io.falconet.results.people.InvitationStore;
import io.falconet.results.people.Role;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes pictures of the pages by which people come in, wide, dark and on a phone, for {@code target/screenshots}. */
class PeopleScreenshotsIT {
    private static final Path PICTURES =
            Path.of("..").resolve(System.getProperty("screenshots", "dashboard/target/screenshots"));

    @Test
    void picturesOfEachPage(@TempDir Path folder) {
        try (Chromium chromium = Chromium.start();
                House house = House.empty(folder)) {
            String key = Admissions.setup(new InvitationStore(house.db()), Instant.now());
            Page first = chromium.window(1280, 800);
            picture(first, house, "login", "nobody");
            picture(first, house, "setup?key=" + key, "setup");
            for (Role role : Role.values()) {
                house.admit(House.name(role), role);
            }
            house.admit("left", Role.VIEWER);
            new AccountStore(house.db()).disable("left", Instant.now());
            picture(first, house, "login", "login");
            picture(first, house, "login?error", "login-wrong");
            picture(first, house, "login?wait=40", "login-wait");
            visit(chromium.window(1280, 800), house, "");
            Page dark = chromium.window(1280, 800);
            dark.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            picture(dark, house, "login?error", "login-dark");
            visit(dark, house, "-dark");
            Page phone = chromium.window(390, 844);
            picture(phone, house, "login", "login-phone");
            picture(phone, house, "setup?key=" + key, "setup-phone");
            visit(phone, house, "-phone");
            Page viewer = chromium.window(1280, 800);
            SignIn.as(viewer, house, House.name(Role.VIEWER));
            picture(viewer, house, "people", "refused");
        }
    }

    private static void visit(Page page, House house, String suffix) {
        SignIn.as(page, house, House.name(Role.ADMIN));
        picture(page, house, "", "studies-signed-in" + suffix);
        picture(page, house, "account", "account" + suffix);
        page.navigate(house.address() + "people");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invite"))
                .click();
        assertThat(page.getByLabel("Link")).isVisible();
        take(page, "people" + suffix);
    }

    private static void picture(Page page, House house, String path, String name) {
        page.navigate(house.address() + path);
        assertThat(page.locator("h1").first()).isVisible();
        take(page, name);
    }

    private static void take(Page page, String name) {
        page.waitForFunction("getComputedStyle(document.querySelector('.v-loading-indicator')).opacity === '0'");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }
}
