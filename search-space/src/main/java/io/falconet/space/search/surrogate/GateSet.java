package io.falconet.space.search.surrogate;

import java.util.ArrayList;
import java.util.List;

/** Gates that hold together, in the order in which they are applied. */
record GateSet(List<Gate> gates) {
    static final GateSet NONE = new GateSet(List.of());

    /** One gate may open what another one waits for. */
    private static final int PASSES = 3;
    /** How surprising it is that an option has gates at all. */
    static final double OPTION_PRICE = 3;

    GateSet {
        gates = List.copyOf(gates);
    }

    GateSet with(Gate gate) {
        List<Gate> more = new ArrayList<>(gates);
        more.add(gate);
        return new GateSet(more);
    }

    GateSet without(Gate gate) {
        return new GateSet(gates.stream().filter(it -> !it.equals(gate)).toList());
    }

    boolean uses(int option) {
        return gates.stream().anyMatch(it -> it.option() == option);
    }

    /** Minus the logarithm of how likely these gates are before anything is known, but for a constant. */
    double surprise() {
        return OPTION_PRICE * gates.stream().mapToInt(Gate::option).distinct().count()
                + gates.stream().mapToDouble(Gate::surprise).sum();
    }

    /** The options that candidates are taken to decide for: those that they took, but for choices that do not matter. */
    int[] effective(int[] options, SharedOptions shared) {
        int[] effective = options.clone();
        for (int pass = 0; pass < PASSES; pass++) {
            for (Gate gate : gates) {
                if (gate.holds(effective, shared)) {
                    effective[gate.gated()] = shared.index(gate.option(), gate.gated());
                }
            }
        }
        return effective;
    }
}
