package io.falconet.cluster.cli;

import io.falconet.cluster.cli.Listing.Column;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.ImageCheck;
import io.falconet.evaluator.data.Reading;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what is wrong with a data set, each fault by name. Every image is decoded. */
@Command(
        name = "check",
        description = {"List what is wrong with a data set.", "Exit code 1 where something was left out."})
final class DataCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private DatasetOptions data;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        Reading reading = new ImageCheck(done -> {}).check(data.read());
        Listing listing =
                new Listing(Column.of("fault", "fault"), Column.of("where", "where"), Column.of("message", "what"));
        reading.faults().forEach(fault -> listing.row(fault.kind().label(), fault.where(), fault.message()));
        if (!reading.faults().isEmpty() || format != OutputFormat.text) {
            listing.print(format, console.out());
        }
        console.say(
                "%,d images with %,d objects can be used; %,d faults.",
                reading.dataset().samples().size(),
                reading.dataset().objects(),
                reading.faults().size());
        reading.summary().lines().forEach(line -> console.pass("  " + line));
        boolean dropped = reading.faults().stream().map(Fault::kind).anyMatch(Fault.Kind::dropped);
        return dropped ? Failures.WORK_FAILED : 0;
    }
}
