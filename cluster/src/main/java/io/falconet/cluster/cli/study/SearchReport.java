package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.Front;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.space.study.StudySpec;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What people see when their search is done: its front, and what they can do next. */
final class SearchReport {
    private final Console console;
    private final StoreOptions store;

    SearchReport(Console console, StoreOptions store) {
        this.console = console;
        this.store = store;
    }

    void print(ResultsDb db, StudyRecord study, StudySpec spec) {
        List<TrialRecord> trials = db.trials().list(study.id());
        List<TrialRecord> front = Front.of(trials, spec);
        console.say("%nThe Pareto front of %s, %d of %d trials:%n", spec.name(), front.size(), trials.size());
        new FrontTable(front).print(OutputFormat.text, console.out());
        List<TrialRecord> beyond = Front.beyond(trials, spec);
        if (!beyond.isEmpty()) {
            console.say(
                    "%nTrained, but found to break a limit, and so not on the front: %s.",
                    beyond.stream()
                            .map(trial -> "%d (%s)"
                                    .formatted(
                                            trial.number(),
                                            spec.bounds()
                                                    .broken(Front.evaluated(trial))
                                                    .orElseThrow()))
                            .collect(Collectors.joining(", ")));
        }
        String options = store.typed();
        Path folder = store.dataDir().toAbsolutePath().normalize();
        String artifacts = db.artifacts().place().address();
        if (!artifacts.equals(store.dataDir().resolve("artifacts").toString())) {
            console.say("%nArtifacts: %s", artifacts);
        }
        console.say(
                """

                Results and artifacts: %s
                Next:  %s export %s --to onnx,config --out %s%s
                       %s
                       %s dashboard%s""",
                folder,
                Console.command(),
                spec.name(),
                spec.name() + "-front",
                options,
                TrustReport.hint(spec, options),
                Console.command(),
                options);
    }
}
