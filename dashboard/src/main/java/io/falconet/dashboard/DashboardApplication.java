package io.falconet.dashboard;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import java.io.PrintStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The dashboard: a web server, on this machine's loopback address unless told otherwise, that shows what the results store
 * holds to those who may see it.
 *
 * <pre>{@code
 * falconet dashboard --port 8080 --data-dir falconet-data
 * }</pre>
 *
 * <p>Exit codes: 1 if it cannot start, 2 if the command line is wrong.
 */
@Push
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
public class DashboardApplication implements AppShellConfigurator {
    private static final long serialVersionUID = 1;
    private static final String LIGHT_OR_DARK =
            "matchMedia('(prefers-color-scheme: dark)').matches && document.documentElement.setAttribute('theme', 'dark')";

    /** Starts the dashboard and says where it is. */
    public static void main(String[] arguments) {
        int code = run(System.out, System.err, arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Starts the dashboard; its server's threads keep running where the answer is 0. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        DashboardOptions options;
        try {
            options = DashboardOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        }
        try {
            if (options.setupLink()) {
                Greeting.setupLink(out, options);
            } else {
                Greeting.of(start(options), options).print(out, err);
            }
            return 0;
        } catch (RuntimeException e) {
            err.println(StartFailure.explain(e, options));
            return 1;
        }
    }

    /** Starts the dashboard and returns its context, which stops it when closed. */
    static ConfigurableApplicationContext start(DashboardOptions options) {
        return SpringApplication.run(DashboardApplication.class, options.arguments());
    }

    /** The port on which a started dashboard listens. */
    static int port(ConfigurableApplicationContext started) {
        return ((ServletWebServerApplicationContext) started).getWebServer().getPort();
    }

    @Override
    public void configurePage(AppShellSettings page) {
        page.setPageTitle("Falconet");
        page.setViewport("width=device-width, initial-scale=1");
        page.addInlineWithContents(LIGHT_OR_DARK, Inline.Wrapping.JAVASCRIPT);
        page.addLink("stylesheet", "falconet/falconet.css");
        page.addFavIcon("icon", "falconet/falconet.svg", "any");
    }
}
