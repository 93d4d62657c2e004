package io.falconet.results.imports;

import io.falconet.results.TrialState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a trial ended, in the words of other programs and of Falconet's own. */
enum EndState {
    EVALUATED(TrialState.EVALUATED, "", "COMPLETE", "COMPLETED", "EVALUATED", "FINISHED"),
    PRUNED(TrialState.PRUNED, "pruned; the file does not tell why", "PRUNED"),
    INFEASIBLE(TrialState.INFEASIBLE, "infeasible; the file does not tell why", "INFEASIBLE"),
    FAILED(TrialState.FAILED, "failed; the file does not tell why", "FAIL", "FAILED"),
    /** What was under way has no outcome, and nobody will give it one. */
    RUNNING(TrialState.FAILED, "was still running when the file was written", "RUNNING"),
    WAITING(TrialState.FAILED, "was still waiting to be run when the file was written", "WAITING");

    private final TrialState state;
    private final String reason;
    private final List<String> words;

    EndState(TrialState state, String reason, String... words) {
        this.state = state;
        this.reason = reason;
        this.words = List.of(words);
    }

    /** The state of a word, in either case, with or without the name of its type. */
    static Optional<EndState> of(String word) {
        String name = word.toUpperCase(Locale.ROOT).replaceFirst("^TRIALSTATE\\.", "");
        return Arrays.stream(values())
                .filter(state -> state.words.contains(name))
                .findFirst();
    }

    /** All words, for messages. */
    static List<String> known() {
        return Arrays.stream(values()).flatMap(state -> state.words.stream()).toList();
    }

    TrialState state() {
        return state;
    }

    /** Why, where the file does not say. */
    String reason() {
        return reason;
    }
}
