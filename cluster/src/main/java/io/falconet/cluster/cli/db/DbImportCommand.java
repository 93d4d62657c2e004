package io.falconet.cluster.cli.db;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.results.ResultsDb;
import io.falconet.results.imports.ImportRequest;
import io.falconet.results.imports.Imported;
import io.falconet.results.imports.TrialImport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes over the trials that another program found, as a study to look at. */
@Command(
        name = "import",
        description = {
            "Import trials as a finished study: from Optuna's sqlite or CSV, or any CSV with a header and a row a trial.",
            "All of the file is checked before anything is stored. Such a study can be looked at and compared, and not searched on."
        })
final class DbImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "Optuna's sqlite (versions 3 and 4) or its CSV, or another CSV.")
    private Path file;

    @Option(names = "--study", paramLabel = "NAME", required = true, description = "What the study is called here.")
    private String study;

    @Option(
            names = "--objective",
            paramLabel = "OBJECTIVE=COLUMN",
            description = {
                "Which column is which objective; may be given several times, the most important first: map50-95=values_0.",
                "COLUMN/100 or COLUMN*1000 turn it into Falconet's unit (default: columns that are called as objectives)."
            })
    private Map<String, String> objectives = new LinkedHashMap<>();

    @Option(names = "--of", paramLabel = "STUDY", description = "Which study of the file, where it has several.")
    private String of;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Of times that name none: Europe/Berlin, UTC (default: this machine's).")
    private ZoneId zone = ZoneId.systemDefault();

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        ImportRequest request = new ImportRequest(
                file, study, objectives, Optional.ofNullable(of), zone, System.getProperty("user.name", "somebody"));
        try (ResultsDb db = store.open()) {
            Imported imported = Requests.check(
                    () -> new TrialImport(db).run(request, Clock.systemUTC().instant()));
            new ImportReport(imported, store.typed()).tell(console);
        }
        return 0;
    }
}
