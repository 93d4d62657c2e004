package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.space.study.StudyException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches what a study file asks for; started again, it goes on where it was. */
@Command(
        name = "search",
        description = {
            "Search what a study file asks for.",
            "Started again, it goes on where it stopped and trains nothing twice."
        })
public final class SearchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "STUDY.yaml", description = "The study file.")
    private Path file;

    @Mixin
    private StoreOptions store;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws StudyException, IOException, InterruptedException {
        return new SearchWork(Console.of(command), store, cluster).search(StudyFiles.read(file));
    }
}
