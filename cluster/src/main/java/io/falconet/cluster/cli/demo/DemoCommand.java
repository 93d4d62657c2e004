package io.falconet.cluster.cli.demo;

import io.falconet.cluster.cli.study.SearchWork;
import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.CtrlC;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job in one command: data, search, dashboard. */
@Command(
        name = "demo",
        description = {
            "Generate a data set of small objects, search, and show it all on the dashboard.",
            "Takes about seven minutes on two cores. Started again, it goes on where it stopped."
        })
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--no-dashboard", description = "End when the search has ended.")
    private boolean noDashboard;

    @Option(names = "--trials", defaultValue = "" + DemoStudy.TRIALS, description = "Default: ${DEFAULT-VALUE}.")
    private int trials;

    @Option(
            names = "--port",
            defaultValue = "0",
            description = "The dashboard's (default: 8080, or a free one where that is taken).")
    private int port;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() throws IOException, StudyException, InterruptedException {
        Console console = Console.of(command);
        if (trials < 1) {
            throw new RequestException("At least 1 trial was expected, found " + trials + ".", "try --trials 26.");
        }
        return noDashboard ? search(console) : searchBesideDashboard(console);
    }

    private int search(Console console) throws IOException, StudyException, InterruptedException {
        StudySpec spec = study().prepare(console);
        return new SearchWork(console, store, new ClusterOptions()).search(spec);
    }

    private DemoStudy study() {
        return new DemoStudy(store.dataDir().resolve("demo"), trials);
    }

    private int searchBesideDashboard(Console console) throws IOException, StudyException, InterruptedException {
        try (DashboardProcess dashboard = DashboardProcess.start(port, store.dataDir())) {
            console.say("Starting the dashboard.");
            dashboard.awaitAnswer();
            console.say("Watch the search: %s", dashboard.address());
            int code = search(console);
            if (code != 0) {
                return code;
            }
            console.say("%nThe dashboard stays at %s/study/%s until Ctrl-C.", dashboard.address(), study().name());
            CtrlC ctrlC = new CtrlC(console, dashboard::close);
            dashboard.awaitEnd();
            ctrlC.forget();
            return 0;
        }
    }
}
