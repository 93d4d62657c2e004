package io.falconet.dashboard;

import io.falconet.space.search.strategy.Descent;
import io.falconet.space.search.strategy.Origin;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.Choice;
import io.falconet.space.space.SearchSpace;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the trials of a made-up study come from, and what one of them leaves. */
final class Pedigree {
    /** So many have no parents. */
    static final int FIRST = 12;

    private Pedigree() {}

    /** Of the trial of that number; 11, 13 and 17 have no figures and so no children. */
    static Descent of(int number) {
        if (number == 0) {
            return Descent.seed("yolo-fastestv2");
        }
        if (number < FIRST) {
            return new Descent(Origin.EVEN, List.of());
        }
        if (number == 20) {
            return Descent.promoted(3);
        }
        return number % 3 == 0
                ? new Descent(Origin.CROSSED, List.of(figured(number - 3), figured(number - 7)))
                : new Descent(Origin.MUTANT, List.of(figured(number - 2)));
    }

    private static int figured(int number) {
        return number == 11 || number == 13 || number == 17 ? number - 1 : number;
    }

    /** A child that takes most of the first parent, some of the other, and changes a decision. */
    static Architecture child(SearchSpace space, Architecture parent, Architecture other, Random random) {
        Map<String, String> decisions = new LinkedHashMap<>(parent.decisions());
        List<Choice> choices = space.choices();
        choices.stream()
                .filter(choice -> random.nextInt(4) == 0)
                .forEach(choice -> decisions.put(choice.name(), other.decision(choice.name())));
        Choice changed = choices.get(random.nextInt(choices.size()));
        decisions.put(
                changed.name(),
                changed.options().get(random.nextInt(changed.options().size())));
        return new Architecture(parent.space(), decisions);
    }

    static byte[] log() {
        return "architecture small-objects\nepoch 1: loss 2.7\nepoch 2: loss 1.6\nmAP50-95 0.3120\n"
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Three rounds of sixty runs of about three milliseconds. */
    static byte[] timedRuns() {
        Random random = new Random(5);
        String rounds = IntStream.range(0, 3)
                .mapToObj(round -> IntStream.range(0, 60)
                        .mapToObj(run -> Long.toString(3_120_000 + (long) (60_000 * Math.abs(random.nextGaussian()))))
                        .collect(Collectors.joining(",", "{\"nanos\":[", "]}")))
                .collect(Collectors.joining(","));
        return "{\"rounds\":[%s]}".formatted(rounds).getBytes(StandardCharsets.UTF_8);
    }
}
