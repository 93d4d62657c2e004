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

/** Asks a study's driver, wherever it runs, to stop it. */
@Command(
        name = "stop",
        description = "Stop a study, whoever searches it. What is in flight is trained again when it is resumed.")
public final class StopCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "The study's name.")
    private String name;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        StudyWish.tell(name, Wish.STOP, store);
        Console.of(command).say("%s is let go within seconds.", name);
        return 0;
    }
}
