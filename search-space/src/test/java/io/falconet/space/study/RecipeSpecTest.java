package io.falconet.space.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeSpecTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"short", "yolov5-accumulated", "nanodet-m:rate=0.05", "short:rate=0.01,mosaic=0.5,copies=3"})
    void textsReadBackEqual(String text) {
        assertThat(RecipeSpec.parse(text).text()).isEqualTo(text);
    }

    @Test
    void changesKeepOneOrder() {
        assertThat(RecipeSpec.parse(" short : copies = 3 , rate = 0.01 "))
                .isEqualTo(new RecipeSpec("short", Map.of(RecipeChange.RATE, 0.01, RecipeChange.COPIES, 3.0)))
                .extracting(RecipeSpec::text)
                .isEqualTo("short:rate=0.01,copies=3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    slow                  | Maybe short, which suits all.
                    short:                | Maybe short:rate=0.01.
                    short:speed=3         | rate, weight-decay, mosaic, copies, vertical-flip may be set
                    short:rate            | Maybe short:rate=0.01.
                    short:rate=1,rate=2   | sets rate once
                    short:rate=fast       | rate needs a number, found "fast".
                    short:rate=0          | rate needs a number from 1.0E-9 to 10, found 0.
                    short:rate=NaN        | found NaN
                    short:copies=2.5      | copies needs a whole number from 0 to 100, found 2.5.
                    """)
    void whatIsNoRecipeIsRefused(String text, String message) {
        assertThatThrownBy(() -> RecipeSpec.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
