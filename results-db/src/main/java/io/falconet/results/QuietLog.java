package io.falconet.results;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets Flyway report at debug level alone: what goes wrong with a migration is thrown, and nobody who starts a search
 * wants to read about the rest. Made by Flyway, by name.
 */
public final class QuietLog implements LogCreator {
    @Override
    public Log createLogger(Class<?> origin) {
        Logger log = LoggerFactory.getLogger(origin);
        return new Log() {
            @Override
            public void debug(String message) {
                log.trace(message);
            }

            @Override
            public void info(String message) {
                log.debug(message);
            }

            @Override
            public void warn(String message) {
                log.debug(message);
            }

            @Override
            public void error(String message) {
                log.debug(message);
            }

            @Override
            public void error(String message, Exception cause) {
                log.debug(message, cause);
            }

            @Override
            public void notice(String message) {
                log.debug(message);
            }

            @Override
            public boolean isDebugEnabled() {
                return log.isTraceEnabled();
            }
        };
    }
}
