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

/** Asks a study's driver, wherever it runs, to cancel it. */
@Command(name = "cancel", description = "Give up a study for good. What it found stays.")
public final class CancelCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "The study's name.")
    private String name;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        StudyWish.tell(name, Wish.CANCEL, store);
        Console.of(command).say("%s is given up; what it found stays.", name);
        return 0;
    }
}
