package io.falconet.cluster.cli.device;

import io.falconet.latency.measure.MachineState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a machine says of itself, for people. */
public final class MachineWords {
    private MachineWords() {}

    /** Its cores, clock, heat and load, as far as they are known. */
    public static String of(MachineState state) {
        List<String> words = new ArrayList<>();
        state.cores().ifPresent(cores -> words.add("on cores " + cores));
        state.governor().ifPresent(governor -> words.add("governor " + governor));
        state.megahertz().ifPresent(now -> words.add(String.format(Locale.ROOT, "%.0f MHz", now)));
        state.celsius().ifPresent(hottest -> words.add(String.format(Locale.ROOT, "%.0f °C", hottest)));
        state.load().ifPresent(load -> words.add(String.format(Locale.ROOT, "load %.1f", load)));
        return String.join(", ", words);
    }
}
