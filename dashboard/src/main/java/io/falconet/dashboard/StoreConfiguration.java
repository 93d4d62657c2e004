package io.falconet.dashboard;

import io.falconet.dashboard.live.LiveFeed;
import io.falconet.dashboard.study.board.OpenStudies;
import io.falconet.dashboard.study.importance.Importances;
import io.falconet.results.ResultsDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the results store and what the views need beside it. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    @Bean(destroyMethod = "close")
    ResultsDb resultsDb(@Value("${falconet.data-dir}") Path dataDir, @Value("${falconet.db:}") String db) {
        return open(dataDir, db);
    }

    /** Opens the store of a data folder, or by its address, if that is not empty. */
    static ResultsDb open(Path dataDir, String db) {
        folder(dataDir);
        return db.isEmpty() ? ResultsDb.openFolder(dataDir) : ResultsDb.open(db, dataDir);
    }

    @Bean(destroyMethod = "close")
    LiveFeed liveFeed() {
        return new LiveFeed(Duration.ofSeconds(1));
    }

    @Bean(destroyMethod = "close")
    OpenStudies openStudies(ResultsDb db, LiveFeed feed, Clock clock) {
        return new OpenStudies(db, feed, clock);
    }

    @Bean
    Importances importances(OpenStudies studies) {
        return new Importances(studies);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    private static void folder(Path dataDir) {
        if (Files.exists(dataDir) && !Files.isDirectory(dataDir)) {
            throw new IllegalStateException("Expected --data-dir to be a folder, found the file " + dataDir
                    + ".\nMaybe the folder that it lies in?");
        }
        try {
            Files.createDirectories(dataDir);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expected to be able to make the data folder " + dataDir + ", found " + e
                            + ".\nMaybe another --data-dir?",
                    e);
        }
    }
}
