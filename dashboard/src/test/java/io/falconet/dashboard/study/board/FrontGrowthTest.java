package io.falconet.dashboard.study.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.shared.Registration;
import io.falconet.dashboard.StudyFixture;
import io.falconet.dashboard.live.LiveFeed;
import io.falconet.results.ResultsDb;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study that is read as it grows. */
class FrontGrowthTest {
    @Test
    void whatIsReadInPartsIsWhatIsReadAtOnce(@TempDir Path folder) {
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            StudyFixture fixture = new StudyFixture(db, "demo", Instant.parse("2026-01-01T00:00:00Z")).begin();
            BoardReader reader = new BoardReader(db, db.studies().find("demo").orElseThrow());
            for (int number = 0; number < 20; number++) {
                fixture.propose(number);
            }
            for (int number : new int[] {3, 1, 0, 2, 9, 8, 7, 6, 5, 4}) {
                fixture.finish(number);
                reader.read(db.studies().find("demo").orElseThrow(), count -> {});
            }
            Board parts = reader.read(db.studies().find("demo").orElseThrow(), count -> {});
            Board whole = Board.read(db, db.studies().find("demo").orElseThrow());
            assertThat(parts.front()).isNotEmpty().isEqualTo(whole.front());
            List<Growth.Step> steps = parts.growth().hypervolume();
            List<Growth.Step> same = whole.growth().hypervolume();
            assertThat(steps.get(steps.size() - 1).value())
                    .isEqualTo(same.get(same.size() - 1).value());
            assertThat(parts.growth().hypervolume())
                    .extracting(Growth.Step::value)
                    .isSorted();
        }
    }

    @Test
    void allWhoLookAreToldOfOneReading(@TempDir Path folder) {
        try (ResultsDb db = ResultsDb.openFolder(folder);
                LiveFeed feed = new LiveFeed(Duration.ofMillis(20));
                OpenStudies studies = new OpenStudies(db, feed, Clock.systemUTC())) {
            StudyFixture fixture = new StudyFixture(db, "demo", Instant.now()).begin();
            List<Board> one = new CopyOnWriteArrayList<>();
            List<Board> other = new CopyOnWriteArrayList<>();
            Registration first = studies.watch(db.studies().find("demo").orElseThrow(), reader(one));
            studies.watch(db.studies().find("demo").orElseThrow(), reader(other));
            fixture.propose(0);
            fixture.finish(0);
            Awaitility.await().until(() -> last(one, 1) && last(other, 1));
            assertThat(one.get(one.size() - 1).trials())
                    .isSameAs(other.get(other.size() - 1).trials());
            first.remove();
            int told = one.size();
            fixture.propose(1);
            Awaitility.await().until(() -> last(other, 2));
            assertThat(one).hasSize(told);
            assertThat(studies.board(other.get(0).study().id())).isPresent();
        }
    }

    private static boolean last(List<Board> boards, int trials) {
        return !boards.isEmpty() && boards.get(boards.size() - 1).trials().count() == trials;
    }

    private static OpenStudy.Reader reader(List<Board> boards) {
        return new OpenStudy.Reader() {
            @Override
            public void show(Board board) {
                boards.add(board);
            }

            @Override
            public void reading(int trials) {}
        };
    }
}
