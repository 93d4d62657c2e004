package io.falconet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the page of a large study takes, in a process of its own with a heap of 512 MB and in headless Chromium: prints when
 * it is first painted, when its charts and table are there, how soon a filter is answered, how much is sent, and the heap
 * that is used. No part of the usual tests:
 *
 * <pre>{@code
 * ./falconet bench store --trials 100000 --data-dir large
 * mvn verify -pl dashboard -am -Dtest=HouseRulesTest -Dit.test=StudyPageProof -Dstore=large \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
 * }</pre>
 */
@EnabledIfSystemProperty(named = "store", matches = ".+")
class StudyPageProof {
    private static final String HEAP = "512m";
    private static final int FILTERS = 7;
    private static final String DRAWN =
            "document.querySelector('.scatter')?.drawn && document.querySelector('.parallel')?.drawn"
                    + " && document.querySelectorAll('.trials a').length > 0";

    private final String study = System.getProperty("study", "explored");
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong code = new AtomicLong();

    @Test
    void thePageOfALargeStudy() throws IOException, InterruptedException {
        Path store = Path.of("..").resolve(System.getProperty("store")).normalize();
        Process server = server(store);
        try (Chromium chromium = Chromium.start()) {
            String address = address(server) + "/study/" + study;
            visit(chromium, address, "the first visit since the server was started")
                    .context()
                    .close();
            visit(chromium, address, "a visit with an empty cache").context().close();
            Page page = visit(chromium, address, "another one");
            filter(page);
            print("heap used after collection: %s", heap(server));
        } finally {
            server.destroy();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Process server(Path store) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DashboardApplication.class.getName(),
                        "--port",
                        "0",
                        "--data-dir",
                        store.toString(),
                        "--no-login")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String address(Process server) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream()));
        String line = out.readLine();
        while (line != null && !line.contains("http://")) {
            line = out.readLine();
        }
        assertThat(line).as("what the dashboard printed").isNotNull();
        return line.substring(line.indexOf("http://")).strip();
    }

    private Page visit(Chromium chromium, String address, String name) {
        bytes.set(0);
        code.set(0);
        Page page = chromium.window(1280, 900);
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        Map<String, Boolean> scripts = new ConcurrentHashMap<>();
        network.on("Network.responseReceived", event -> {
            String type = event.get("type").getAsString();
            scripts.put(event.get("requestId").getAsString(), type.equals("Script") || type.equals("Stylesheet"));
        });
        network.on("Network.loadingFinished", event -> {
            long length = event.get("encodedDataLength").getAsLong();
            bytes.addAndGet(length);
            if (scripts.getOrDefault(event.get("requestId").getAsString(), false)) {
                code.addAndGet(length);
            }
        });
        network.on(
                "Network.webSocketFrameReceived",
                event -> bytes.addAndGet(event.getAsJsonObject("response")
                        .get("payloadData")
                        .getAsString()
                        .length()));
        page.navigate(address);
        page.waitForFunction(DRAWN, null, new Page.WaitForFunctionOptions().setTimeout(300_000));
        page.waitForFunction(
                "document.querySelector('.filter-count')?.textContent.includes('trials')",
                null,
                new Page.WaitForFunctionOptions().setTimeout(300_000));
        print("%s:", name);
        print(
                "  first contentful paint %.0f ms",
                number(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime"));
        print(
                "  front drawn %.0f ms, parallel coordinates %.0f ms",
                number(page, "document.querySelector('.scatter').firstDrawn"),
                number(page, "document.querySelector('.parallel').firstDrawn"));
        print("  table there, all of it: %.0f ms", number(page, "performance.now()"));
        print(
                "  sent %,.0f kB, of which scripts and styles (kept by browsers) %,.0f kB, the page and its data %,.0f kB",
                bytes.get() / 1e3, code.get() / 1e3, (bytes.get() - code.get()) / 1e3);
        page.locator(".sampled").allTextContents().stream()
                .filter(text -> !text.isEmpty())
                .forEach(text -> print("  says: %s", text));
        return page;
    }

    /** From the key that ends the typing until the table says how many trials are left. */
    private void filter(Page page) {
        double[] millis = new double[FILTERS];
        for (int i = 0; i < FILTERS; i++) {
            String before = page.locator(".filter-count").textContent();
            field(page).fill(String.valueOf(0.2 + 0.02 * i));
            long start = System.nanoTime();
            field(page).press("Enter");
            page.waitForFunction("before => document.querySelector('.filter-count').textContent !== before", before);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        print("a filter answered: median %.0f ms, longest %.0f ms", millis[FILTERS / 2], millis[FILTERS - 1]);
        page.waitForFunction(DRAWN);
    }

    private static Locator field(Page page) {
        return page.getByLabel("at least", new Page.GetByLabelOptions().setExact(true));
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static String heap(Process server) throws IOException, InterruptedException {
        String pid = Long.toString(server.pid());
        jcmd(pid, "GC.run");
        return jcmd(pid, "GC.heap_info")
                .lines()
                .filter(line -> line.contains("used"))
                .findFirst()
                .orElse("?")
                .strip();
    }

    private static String jcmd(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process jcmd = new ProcessBuilder(command).start();
        String told = new String(jcmd.getInputStream().readAllBytes());
        jcmd.waitFor();
        return told;
    }

    private static void print(String format, Object... figures) {
        System.out.printf(Locale.ROOT, format + "%n", figures);
    }
}
