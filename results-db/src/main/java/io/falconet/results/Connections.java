package io.falconet.results;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.net.InetAddress;
import java.time.Duration;

/** Opens the pool of connections to a database, and explains why where it cannot. */
final class Connections {
    private static final int MOST = 10;
    /** For a server to answer. As many threads as connections ask for one, so nobody waits for another's. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    /** By default H2 would serve a shared file to the whole network, under a secret that lies beside it. */
    private static final String H2_LISTENS_ON = "h2.bindAddress";

    private Connections() {}

    static HikariDataSource open(Address address) {
        if (System.getProperty(H2_LISTENS_ON) == null) {
            System.setProperty(H2_LISTENS_ON, InetAddress.getLoopbackAddress().getHostAddress());
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setPoolName("results");
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new ResultsException(
                    "Cannot open the database at %s: %s%n%s"
                            .formatted(
                                    address,
                                    ResultsException.reason(e),
                                    Remedy.of(new ResultsException("", e), "Maybe the address is misspelled.")),
                    e);
        }
    }
}
