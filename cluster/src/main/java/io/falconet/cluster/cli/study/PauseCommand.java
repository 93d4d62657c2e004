package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.results.Wish;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a study's driver, wherever it runs, to pause it. */
@Command(
        name = "pause",
        description =
                "Let a study start no further trial. Those in flight finish; then it is let go, and can be resumed.")
public final class PauseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "The study's name.")
    private String name;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        StudyWish.tell(name, Wish.PAUSE, store);
        Console.of(command).say("%s starts no further trial; those in flight finish.", name);
        return 0;
    }
}
