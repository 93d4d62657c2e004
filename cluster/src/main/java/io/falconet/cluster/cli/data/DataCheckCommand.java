package io.falconet.cluster.cli.data;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.CountedProgress;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Reading;
import io.falconet.evaluator.data.Split;
import io.falconet.evaluator.data.check.DatasetCheck;
import io.falconet.evaluator.data.source.LabelledData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what is wrong with data sets, each fault by name. Every image is decoded. */
@Command(
        name = "check",
        description = {
            "List what is wrong with a data set, and what is done about it.",
            "Several data sets are compared with each other besides. Exit code 1 where figures would mislead."
        })
final class DataCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "A folder of COCO, VOC or YOLO data, or a COCO json, data.yaml or darknet .data file.")
    private List<Path> paths;

    @Mixin
    private DatasetOptions.LabelOptions labels;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        List<Split> splits = new ArrayList<>();
        for (Path path : paths) {
            LabelledData data = labels.read(path);
            console.say("%s is %s.", path, data.format().label());
            data.splits().forEach(split -> splits.add(paths.size() == 1 ? split : prefixed(path, split)));
        }
        List<Split> checked = check(splits);
        Listing listing = new Listing(
                Column.of("part", "part"),
                Column.of("fault", "fault"),
                Column.of("where", "where"),
                Column.of("message", "what"),
                Column.of("repair", "repair"),
                Column.of("misleading", "misleads"));
        checked.forEach(split -> split.reading()
                .byKind()
                .values()
                .forEach(faults -> faults.forEach(fault -> listing.row(
                        split.name(),
                        fault.kind().label(),
                        where(split, fault),
                        fault.message(),
                        fault.kind().repair().label(),
                        format == OutputFormat.text
                                ? fault.kind().misleading() ? "yes" : ""
                                : fault.kind().misleading()))));
        boolean faults =
                checked.stream().anyMatch(split -> !split.reading().faults().isEmpty());
        if (faults || format != OutputFormat.text) {
            listing.print(format, console.out());
        }
        checked.forEach(split -> tell(console, split));
        boolean misleads = checked.stream()
                .flatMap(split -> split.reading().faults().stream())
                .map(Fault::kind)
                .anyMatch(Fault.Kind::misleading);
        if (misleads) {
            console.say("Training on this would mislead: see the lines that say so.");
        }
        return misleads ? ExitCode.WORK_FAILED : 0;
    }

    private static List<Split> check(List<Split> splits) {
        int images = splits.stream()
                .mapToInt(split -> split.reading().dataset().samples().size())
                .sum();
        try (CountedProgress progress = new CountedProgress("Checking", images, "images", Console.watched())) {
            return new DatasetCheck(progress).check(splits);
        }
    }

    /** Annotations of COCO files are known by their ids alone, which need the file's name. */
    private static String where(Split split, Fault fault) {
        return fault.where().startsWith("annotation ")
                ? split.labels().getFileName() + " " + fault.where()
                : fault.where();
    }

    private static Split prefixed(Path path, Split split) {
        return new Split(path.getFileName() + " " + split.name(), split.labels(), split.reading());
    }

    private static void tell(Console console, Split split) {
        Reading reading = split.reading();
        long empty = reading.dataset().samples().stream()
                .filter(sample -> sample.objects().isEmpty())
                .count();
        console.say(
                "%s: %,d images with %,d objects can be used%s; %,d faults.",
                split.name(),
                reading.dataset().samples().size(),
                reading.dataset().objects(),
                empty == 0 ? "" : ", %,d of them showing nothing".formatted(empty),
                reading.faults().size());
        reading.summary().lines().forEach(line -> console.pass("  " + line));
    }
}
