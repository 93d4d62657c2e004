package io.falconet.space.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private final List<String> known = List.of("map50-95", "map50", "latency", "parameters", "macs");

    @Test
    void findsTheWordThatWasMeant() {
        assertThat(Spelling.nearest("latnecy", known)).contains("latency");
        assertThat(Spelling.nearest("mAP50", known)).contains("map50");
        assertThat(Spelling.nearest("params", known)).contains("parameters");
        assertThat(Spelling.nearest("colour", known)).isEmpty();
    }

    @Property(tries = 100)
    void distanceIsThatOfAMetric(
            @ForAll @AlphaChars @StringLength(max = 8) String a, @ForAll @AlphaChars @StringLength(max = 8) String b) {
        assertThat(Spelling.distance(a, a)).isZero();
        assertThat(Spelling.distance(a, b))
                .isEqualTo(Spelling.distance(b, a))
                .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
    }
}
