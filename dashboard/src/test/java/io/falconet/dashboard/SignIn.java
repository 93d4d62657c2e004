package io.falconet.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** Signs in as a person does: by the form. */
final class SignIn {
    private SignIn() {}

    static void as(Page page, House house, String name) {
        page.navigate(house.address() + "login");
        with(page, name, House.PASSWORD);
        assertThat(page.locator(".reader")).containsText(name);
    }

    /** Fills in the form that is shown, and sends it. */
    static void with(Page page, String name, String password) {
        page.locator("input[name='username']").fill(name);
        page.locator("input[name='password']").fill(password);
        page.locator("input[name='password']").press("Enter");
    }
}
