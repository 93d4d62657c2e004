package io.falconet.space.space;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random points of a space. */
final class Architectures {
    private Architectures() {}

    static Arbitrary<Architecture> of(SearchSpace space) {
        List<Arbitrary<Integer>> options = space.choices().stream()
                .map(choice ->
                        Arbitraries.integers().between(0, choice.options().size() - 1))
                .<Arbitrary<Integer>>map(arbitrary -> arbitrary)
                .toList();
        return Combinators.combine(options)
                .as(taken -> space.architecture(
                        taken.stream().mapToInt(Integer::intValue).toArray()));
    }
}
