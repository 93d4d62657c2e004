package io.falconet.dashboard;

import io.falconet.dashboard.security.Admissions;
import io.falconet.results.ResultsDb;
import io.falconet.results.people.AccountStore;
import io.falconet.results.people.InvitationStore;
import java.io.PrintStream;
import java.time.Clock;
import org.springframework.context.ConfigurableApplicationContext;

/** What the dashboard says on its console when it has started: where it is, and how the first one comes in. */
record Greeting(ResultsDb db, Clock clock, DashboardOptions options, int port) {
    private static final String READABLE =
            """

            WARNING: the dashboard can be reached from other machines, and without TLS: on the way there everybody
            reads passwords, tokens and results, and can change them.
            Maybe add --tls-certificate FILE --tls-key FILE, or leave --host away and let a proxy with TLS stand before
            it: --behind-proxy.
            """;

    static Greeting of(ConfigurableApplicationContext started, DashboardOptions options) {
        return new Greeting(
                started.getBean(ResultsDb.class),
                started.getBean(Clock.class),
                options,
                DashboardApplication.port(started));
    }

    void print(PrintStream out, PrintStream err) {
        out.println("Falconet's dashboard: " + options.address(port));
        if (options.readable()) {
            err.println(READABLE);
        }
        if (options.noLogin()) {
            out.println("Nobody has to sign in: whoever uses this machine may do everything.");
        } else if (!new AccountStore(db).any()) {
            out.println("Nobody has an account yet. The first one comes in by this link, once, within 24 hours:");
            out.println(link(db, clock, options, port));
        }
    }

    /** Prints another link, for a store that may be open elsewhere: whoever lost their password comes in by it. */
    static void setupLink(PrintStream out, DashboardOptions options) {
        try (ResultsDb db =
                StoreConfiguration.open(options.dataDir(), options.db().orElse(""))) {
            out.println("By this link somebody becomes an admin, once, within 24 hours; earlier ones let in no more:");
            out.println(link(db, Clock.systemUTC(), options, options.port()));
        }
    }

    private static String link(ResultsDb db, Clock clock, DashboardOptions options, int port) {
        return options.address(port) + "/setup?key=" + Admissions.setup(new InvitationStore(db), clock.instant());
    }
}
