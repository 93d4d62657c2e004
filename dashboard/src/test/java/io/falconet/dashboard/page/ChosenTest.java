package io.falconet.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChosenTest {
    @Test
    void numbersComeInTheirOrderBehindThoseGiven() {
        assertThat(read("3, 17 29").numbers()).containsExactly(3, 17, 29);
        assertThat(Chosen.read(List.of(4), " 2 ", number -> true).numbers()).containsExactly(4, 2);
        assertThat(Places.compare("a b", read("3,17").numbers())).isEqualTo("study/a%20b/compare?trials=3,17");
    }

    @Test
    void whatCannotBeComparedIsRefusedWithAReason() {
        assertRefused("", "found none");
        assertRefused("3", "found one");
        assertRefused("1 2 3 4 5", "found 5");
        assertRefused("3 3", "found 3 twice");
        assertRefused("3 x", "found \"x\"");
        assertRefused("3 -1", "found \"-1\"");
        assertRefused("3 99", "found no number 99");
        assertRefused("3 99999999999999", "found \"99999999999999\"");
    }

    private static Chosen read(String text) {
        return Chosen.read(List.of(), text, number -> number < 30);
    }

    private static void assertRefused(String text, String found) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(found)
                .hasMessageContaining("Maybe ");
    }
}
