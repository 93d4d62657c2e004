package io.falconet.results;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.net.InetAddress;

/** Opens the pool of connections to a database, and explains why where it cannot. */
final class Connections {
    private static final int MOST = 10;
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
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new ResultsException(
                    "Cannot open the database at %s: %s%n%s".formatted(address, ResultsException.reason(e), remedy(e)),
                    e);
        }
    }

    private static String remedy(PoolInitializationException e) {
        return switch (new ResultsException("", e).sqlState().orElse("")) {
            case "28000", "28P01" -> "Maybe the user or the password in its address is wrong.";
            case "90020" -> "Maybe a program that has it open does not share it; close that program and try again.";
            case "90047", "90048", "90030" ->
                "Maybe it was written by another version of Falconet; use one version for all that share it.";
            case "90028", "90031" -> "Maybe the disk is full, or the file belongs to another user.";
            case "3D000" -> "Maybe create that database first: createdb.";
            case "08001", "08004", "08006" -> "Maybe the server is down, or its host or port is another.";
            default -> "Maybe the address is misspelled.";
        };
    }
}
