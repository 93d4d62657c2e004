package io.falconet.cluster.cli.bench.zoo;

import io.falconet.cluster.cli.data.NamedData;
import io.falconet.cluster.cli.device.DeviceOptions;
import io.falconet.cluster.cli.study.GivenTrainings;
import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.Quantity;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.compare.Benchmark;
import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.driver.Reuse;
import io.falconet.cluster.report.BenchmarkReport;
import io.falconet.evaluator.TrialData;
import io.falconet.results.ResultsDb;
import io.falconet.space.graph.Shape;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains, scores and times the published detectors on labelled data, beside what a search found. */
@Command(
        name = "zoo",
        description = {
            "Train, score and time the published detectors on your data and device: one table, one report.",
            "Stopped and started again, it goes on where it was: nothing is trained or timed twice."
        })
public final class BenchZooCommand implements Callable<Integer> {
    /** As for a single training. */
    private static final Fidelity USUAL = new Fidelity(20, 0, 8);

    @Spec
    private CommandSpec command;

    @Option(names = "--data", required = true, paramLabel = "PATH", description = NamedData.DESCRIPTION)
    private Path data;

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "NAME",
            description = "Detectors of the zoo, with commas between several (default: all, up to --max-parameters).")
    private List<String> models = List.of();

    @Option(
            names = "--max-parameters",
            defaultValue = "10M",
            paramLabel = "N",
            converter = Quantity.class,
            description = "Leave larger ones out unless --models names them (default: ${DEFAULT-VALUE}).")
    private double mostParameters;

    @Option(
            names = "--study",
            paramLabel = "NAME",
            description = "A search on the same data: its front takes part, trained as long as the others.")
    private String search;

    @Option(
            names = "--input",
            defaultValue = "320",
            paramLabel = "HxW",
            converter = ImageSize.class,
            description = "Images that published detectors read: a multiple of 32 (default: ${DEFAULT-VALUE}).")
    private Shape input;

    @Option(names = "--epochs", description = "Passes over the training images (default: 20).")
    private Integer epochs;

    @Option(names = "--batch", description = "Images a training step (default: 8).")
    private Integer batch;

    @Option(
            names = "--recipe",
            paramLabel = "RECIPE",
            description =
                    "How all are trained: short, nanodet-m, nanodet-plus, yolov5, yolov5-accumulated, and what differs, such as short:rate=0.01 (default: short).")
    private String recipe;

    @Option(
            names = "--seed",
            description =
                    "Of all randomness (default: 1, and trainings of other seeds are taken where the store has some).")
    private Long seed;

    @Option(
            names = "--weights",
            paramLabel = "DIR",
            description =
                    "A folder with a folder a detector, as train and export write them: those are scored as they are, not trained.")
    private Path weights;

    @Option(
            names = "--batch-sizes",
            split = ",",
            defaultValue = "1,32",
            paramLabel = "N",
            description =
                    "Images at a time for which they are timed; the first counts for the front (default: ${DEFAULT-VALUE}).")
    private List<Integer> batches;

    @Option(names = "--threads", defaultValue = "1", description = "An inference may use (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--slots", description = "Trainings at a time (default: all cores).")
    private Integer slots;

    @Option(
            names = "--retime",
            arity = "0..1",
            fallbackValue = "all",
            defaultValue = "none",
            description =
                    "Measure latencies again: all, or those that something else disturbed (${COMPLETION-CANDIDATES}).")
    private TimingShelf.Again again;

    @Option(
            names = "--name",
            description = "Of the study that holds the trainings (default: made of data, input and epochs).")
    private String name;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where report, tables and timings go (default: the study's name).")
    private Path out;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private DeviceOptions device;

    @Mixin
    private StoreOptions store;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws StudyException, IOException, InterruptedException {
        Console console = Console.of(command);
        check();
        NamedData named = NamedData.of(data);
        GivenStudies studies = studies(named);
        DeviceOptions.Meter meter = device.meter(store);
        TrialData read = TrialData.read(named.data());
        console.say(
                "Training: %,d images, %,d objects. Validation: %,d images, %,d objects.",
                read.train().dataset().samples().size(),
                read.train().dataset().objects(),
                read.validation().dataset().samples().size(),
                read.validation().dataset().objects());
        read.train().summary().lines().forEach(line -> console.pass("  " + line));
        read.tooSmall(input.width(), input.height()).ifPresent(console::pass);
        ZooField field = new ZooField(input, read.classes().size());
        if (models.isEmpty()) {
            field.addAll(mostParameters);
        } else {
            field.add(models);
        }
        try (ResultsDb db = store.open()) {
            if (search != null) {
                new SearchedFront(db).of(search, read).forEach(found -> field.addSearched(found, search));
            }
            Path folder = out == null ? Path.of(studies.name()) : out;
            Files.createDirectories(folder);
            ZooScores scores = new ZooScores(
                    console,
                    db,
                    new GivenTrainings(console, db, cluster, seed == null ? Reuse.OF_ANY_SEED : Reuse.OF_ITS_SEED),
                    read,
                    studies,
                    Optional.ofNullable(weights).map(given -> new GivenWeights(given, store)));
            Optional<List<ScoredEntrant>> scored = scores.of(field.entrants());
            if (scored.isEmpty()) {
                console.say("To go on, type the same again.");
                return ExitCode.STOPPED;
            }
            TimingShelf shelf = new TimingShelf(folder.resolve("timings"), meter, threads, device.label(), again);
            ZooTimings timings = new ZooTimings(console, shelf, batches);
            Benchmark benchmark = new BenchZooFacts(data, read, studies, input, batches, field.notes())
                    .benchmark(scored.get(), timings.results(scored.get()), timings.measurements(), typed());
            write(benchmark, folder, console);
        }
        return 0;
    }

    private void check() {
        if (threads < 1
                || slots != null && slots < 1
                || batches.isEmpty()
                || batches.stream().anyMatch(images -> images < 1)) {
            throw new RequestException(
                    "At least 1 thread, slot and image at a time were expected, found %d, %s and %s."
                            .formatted(threads, slots, batches),
                    "1.");
        }
        if (weights != null && !Files.isDirectory(weights)) {
            throw new RequestException(
                    "A folder of trained detectors was expected at --weights %s, found none.".formatted(weights),
                    "falconet train MODEL --data %s --out %s/MODEL writes one.".formatted(data, weights));
        }
    }

    private GivenStudies studies(NamedData named) {
        Fidelity usual = named.study().map(StudySpec::fidelity).orElse(USUAL);
        Fidelity fidelity = Requests.check(() -> new Fidelity(
                epochs == null ? usual.epochs() : epochs, usual.images(), batch == null ? usual.batch() : batch));
        RecipeSpec how = recipe == null
                ? named.study().map(StudySpec::recipe).orElse(RecipeSpec.USUAL)
                : Requests.check(() -> RecipeSpec.parse(recipe));
        int atOnce = slots == null ? Runtime.getRuntime().availableProcessors() : slots;
        String base = named.study()
                .map(StudySpec::name)
                .orElseGet(() -> data.toAbsolutePath().normalize().getFileName().toString());
        return new GivenStudies(
                Optional.ofNullable(name),
                base,
                named.data(),
                how,
                fidelity,
                seed == null ? 1 : seed,
                threads,
                atOnce,
                input.height());
    }

    /** What was typed to get here, but for what only concerns this time. */
    private String typed() {
        Stream<String> words = command.root().commandLine().getParseResult().originalArgs().stream();
        List<String> kept = new ArrayList<>();
        kept.add("falconet");
        words.filter(word -> !word.startsWith("--retime"))
                .forEach(word -> kept.add(word.matches("[\\w./:,=@+-]+") ? word : "'" + word + "'"));
        return String.join(" ", kept);
    }

    private void write(Benchmark benchmark, Path folder, Console console) throws IOException {
        BenchZooListing listing = new BenchZooListing(benchmark);
        for (OutputFormat each : List.of(OutputFormat.csv, OutputFormat.json)) {
            try (PrintWriter file =
                    new PrintWriter(folder.resolve("table." + each).toFile(), StandardCharsets.UTF_8)) {
                listing.print(each, file);
            }
        }
        Path report = folder.resolve("report.html");
        Files.writeString(report, new BenchmarkReport(benchmark).html());
        listing.print(format, console.out());
        benchmark.notes().forEach(console::pass);
        console.say("Report: %s", report);
    }
}
