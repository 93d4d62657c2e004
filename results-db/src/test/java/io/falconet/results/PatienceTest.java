package io.falconet.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {
    private final List<String> done = new ArrayList<>();

    /** H2: error while opening, still open, closing, closed, broken; PostgreSQL: shut down, starting. */
    @ParameterizedTest
    @ValueSource(strings = {"08000", "90020", "90098", "90121", "90067", "57P01", "57P03"})
    void whatLostItsConnectionIsDoneAgain(String state) {
        String answer = Patience.with(() -> attempt(3, state), () -> done.add("lost"));

        assertThat(answer).isEqualTo("answer");
        assertThat(done).containsExactly("attempt", "lost", "attempt", "lost", "attempt");
    }

    /** A wrong password, another database, a file that is none, a server that is down. */
    @ParameterizedTest
    @ValueSource(strings = {"28000", "42S01", "90030", "08001"})
    void whatIsRefusedIsNotTriedAgain(String state) {
        assertThatThrownBy(() -> Patience.with(() -> attempt(3, state), () -> done.add("lost")))
                .hasMessage("no");
        assertThat(done).containsExactly("attempt");
    }

    private String attempt(int succeeds, String state) {
        done.add("attempt");
        if (done.stream().filter("attempt"::equals).count() < succeeds) {
            throw new ResultsException("no", new IllegalStateException(new SQLException("no", state)));
        }
        return "answer";
    }
}
