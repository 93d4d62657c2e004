package io.falconet.latency.measure;

import io.falconet.space.outcome.DeviceProfile;
import java.util.ArrayList;
import java.util.List;

/** One model's measurement while it goes on, round by round. */
final class Measuring {
    private final OnnxModel model;
    private final DeviceProfile device;
    private final LatencyProtocol protocol;
    private final AnchorRecord record;
    private final List<Round> rounds = new ArrayList<>();
    private MachineState before;
    private MachineState after;
    private long spentNanos;

    Measuring(OnnxModel model, DeviceProfile device, LatencyProtocol protocol, AnchorRecord record) {
        this.model = model;
        this.device = device;
        this.protocol = protocol;
        this.record = record;
    }

    /** Takes the next round, between two runs of the anchor. */
    Round next() {
        long start = System.nanoTime();
        if (before == null) {
            before = MachineState.read();
        }
        RunClock clock = new RunClock(model.runtime(), model.threads());
        try (Anchor anchor = new Anchor(model.runtime(), model.threads())) {
            long earlier = anchor.median(clock);
            Round round = Round.run(model, protocol, clock);
            long later = anchor.median(clock);
            record.add(model.threads(), Math.min(earlier, later));
            rounds.add(round.between(earlier, later));
        }
        after = MachineState.read();
        spentNanos += System.nanoTime() - start;
        return rounds.get(rounds.size() - 1);
    }

    /** Whether no further round is needed, or allowed. */
    boolean done() {
        if (rounds.size() < protocol.leastRounds()) {
            return false;
        }
        return spentNanos > protocol.budget().toNanos()
                || rounds.size() >= protocol.mostRounds()
                || rounds.size() >= protocol.usualRounds() && measurement().settled();
    }

    /** What all rounds so far say. */
    Measurement measurement() {
        return new Measurement(device, model.batch(), before, after, record.best(model.threads()), rounds);
    }
}
