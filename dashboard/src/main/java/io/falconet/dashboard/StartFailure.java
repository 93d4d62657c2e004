package io.falconet.dashboard;

import org.springframework.boot.web.server.PortInUseException;

/** Why the dashboard did not start, in words for the person who started it. */
final class StartFailure {
    private StartFailure() {}

    /** What was expected, what was found, and what may help. */
    static String explain(Throwable failure, DashboardOptions options) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof PortInUseException)) {
            cause = cause.getCause();
        }
        if (cause instanceof PortInUseException) {
            return "Expected port %d to be free, found another program listening on it.%nMaybe a dashboard is open already at %s? Another port: --port %d"
                    .formatted(options.port(), options.address(options.port()), options.port() + 1);
        }
        return "The dashboard cannot start: " + cause.getMessage();
    }
}
