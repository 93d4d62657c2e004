package io.falconet.space.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GivenParametersTest {
    @Test
    void theTextIsOfTheFormOfAnArchitectures() {
        GivenParameters given = new GivenParameters(Map.of("lr", "0.01", "opt", "adam, a=b 100%", "a", " "));

        assertThat(given.text()).isEqualTo("imported:a=%20,lr=0.01,opt=adam%2C a%3Db 100%25");
        assertThat(Architecture.parse(given.text()).space()).isEqualTo(GivenParameters.SPACE);
        assertThat(given.line()).isEqualTo("a=  lr=0.01 opt=adam, a=b 100%");
    }

    @Test
    void noneAreATextToo() {
        assertThat(new GivenParameters(Map.of()).text()).isEqualTo("imported:");
        assertThat(GivenParameters.parse("imported:")).contains(new GivenParameters(Map.of()));
    }

    @Test
    void anArchitectureIsNone() {
        assertThat(GivenParameters.parse("small-objects:input=320")).isEmpty();
        assertThat(SearchSpaces.names()).doesNotContain(GivenParameters.SPACE);
    }

    @Property(tries = 500)
    void whatWasWrittenReadsBackEqual(@ForAll @Size(max = 5) Map<@NotEmpty String, String> values) {
        GivenParameters given = new GivenParameters(values);

        assertThat(GivenParameters.parse(given.text())).contains(given);
    }
}
