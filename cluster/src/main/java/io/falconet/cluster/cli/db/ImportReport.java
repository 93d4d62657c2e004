package io.falconet.cluster.cli.db;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialState;
import io.falconet.results.imports.Imported;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What people see when an import has ended: what came in, what is best, what can be done with it and what not.
 *
 * @param options of the store, as one would type them
 */
record ImportReport(Imported imported, String options) {
    void tell(Console console) {
        StudyRecord study = imported.study();
        console.say("%s", study.message().orElse(""));
        console.say(
                "Study %s has %,d trials: %s.",
                study.name(),
                study.trials(),
                imported.trials().entrySet().stream()
                        .map(each -> "%,d %s"
                                .formatted(each.getValue(), each.getKey().name().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", ")));
        if (imported.incomplete() > 0) {
            console.say(
                    "%,d of the failed ones had ended well there, but lack a value of an objective: falconet log tells which.",
                    imported.incomplete());
        }
        imported.best()
                .forEach((objective, best) -> console.say(
                        "Best %s: %s%s in %s:%d.",
                        objective.label(),
                        number(best.value()),
                        objective.unit().isEmpty() ? "" : " " + objective.unit(),
                        study.name(),
                        best.trial()));
        if (!imported.trials().containsKey(TrialState.EVALUATED)) {
            console.say("None of its trials has figures, so its front is empty.");
        }
        if (imported.renumbered()) {
            console.say("Its trials count from 0 here; by which number the file knows them, falconet log tells.");
        }
        console.say(
                imported.networks()
                        ? "Its architectures can be seeds of a search; it cannot be searched on itself, and no search takes its outcomes for its own."
                        : "Its parameters build no network of Falconet's: it cannot be searched on, exported or trained again, and no search takes its outcomes for its own.");
        console.say(
                """
                Next:  %s pareto %s%s
                       %s log %s:0%s
                       %s dashboard%s""",
                Console.command(),
                study.name(),
                options,
                Console.command(),
                study.name(),
                options,
                Console.command(),
                options);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
