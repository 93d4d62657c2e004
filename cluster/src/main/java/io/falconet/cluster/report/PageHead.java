package io.falconet.cluster.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What all reports' pages begin with, and the files that they hold. */
final class PageHead {
    private PageHead() {}

    /** The head of a page of that title, with the style sheet in it. */
    static void write(Markup page, String title) {
        page.open("head");
        page.leaf("meta", "charset", "utf-8");
        page.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.leaf("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", title);
        page.element("style", resource("report.css"));
        page.close();
    }

    /** The text of a file that lies beside this class. */
    static String resource(String name) {
        try (InputStream resource = PageHead.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " lies beside this class.", e);
        }
    }
}
