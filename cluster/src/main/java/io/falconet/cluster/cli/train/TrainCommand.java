package io.falconet.cluster.cli.train;

import io.falconet.cluster.cli.data.NamedData;
import io.falconet.cluster.cli.model.ConfiguredModel;
import io.falconet.cluster.cli.model.Model;
import io.falconet.cluster.cli.model.Models;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.ArchitectureEvaluator;
import io.falconet.evaluator.Evaluation;
import io.falconet.evaluator.EvaluationTask;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.TrialData;
import io.falconet.evaluator.Workplace;
import io.falconet.evaluator.engine.Processor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.train.Checkpoints;
import io.falconet.evaluator.train.Pretrained;
import io.falconet.space.graph.Network;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains, scores and times one model on labelled data, outside of any study. */
@Command(name = "train", description = "Train, score and time one model on labelled data.")
public final class TrainCommand implements Callable<Integer> {
    /** Beside the files of the trained model, until they are complete. */
    private static final String CHECKPOINT = "checkpoint.bin";

    /** Some hundred steps on some hundred images, for which the default recipe is made. */
    private static final Fidelity USUAL = new Fidelity(20, 0, 8);

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "MODEL", description = Models.DESCRIPTION)
    private String name;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = NamedData.DESCRIPTION + " A study also gives device and fidelity where no option does.")
    private Path data;

    @Option(names = "--epochs", description = "Passes over the training images (default: the study's, else 20).")
    private Integer epochs;

    @Option(names = "--batch", description = "Images a step (default: the study's, else 8).")
    private Integer batch;

    @Option(names = "--seed", defaultValue = "1", description = "Of all randomness (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--recipe",
            paramLabel = "RECIPE",
            description =
                    "How it is trained: short, nanodet-m, nanodet-plus, yolov5, yolov5-accumulated, and what differs, such as short:rate=0.01,copies=3 (default: the study's, else short).")
    private String recipe;

    @Option(
            names = "--threads",
            description = "That compute the training; the weights follow from their number too (default: all cores).")
    private Integer threads;

    @Option(
            names = "--gpu",
            paramLabel = "NUMBER",
            description =
                    "Train on that NVIDIA GPU of this machine, 0 the first, by a build with FALCONET_BUILD=-Pcuda (default: the CPU).")
    private Integer gpu;

    @Option(
            names = "--weights",
            paramLabel = "MODEL",
            description =
                    "Go on from the weights of a model that train or export wrote, or of study:trial (default: random weights). What has other dimensions, such as outputs for other classes, starts anew.")
    private String weights;

    @Option(names = "--resume", description = "Go on where a stopped training of the same options and --out left off.")
    private boolean resume;

    @Option(names = "--out", paramLabel = "DIR", description = "Where its files go (default: the model's name).")
    private Path out;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() throws StudyException, IOException {
        Console console = Console.of(command);
        if (gpu != null) {
            Requests.check(() -> Processor.gpu(gpu));
        }
        NamedData named = NamedData.of(data);
        Model model = new Models(store).find(name);
        Fidelity fidelity = fidelity(named);
        RecipeSpec how = recipe == null
                ? named.study().map(StudySpec::recipe).orElse(RecipeSpec.USUAL)
                : Requests.check(() -> RecipeSpec.parse(recipe));
        String architecture = model.architecture().text();
        int trainingThreads = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        ArchitectureEvaluator evaluator = Requests.check(() -> new ArchitectureEvaluator(trainingThreads));
        TrialData read = evaluator.data(named.data());
        read.train().summary().lines().forEach(console::pass);
        read.tooSmall(model.image().width(), model.image().height()).ifPresent(console::pass);
        Path folder = out == null ? Path.of(model.name()) : out;
        if (model instanceof ConfiguredModel configured && configured.isIn(folder)) {
            throw new RequestException(
                    "Another folder than the model's own was expected, found %s, whose files would be lost."
                            .formatted(folder),
                    "--out %s-again.".formatted(model.name()));
        }
        Files.createDirectories(folder);
        Path checkpoint = folder.resolve(CHECKPOINT);
        if (!resume) {
            Files.deleteIfExists(checkpoint);
        }
        console.say(
                "Training %s, %s, recipe %s, %s.",
                model.name(), fidelity.words(), how.text(), gpu == null ? trainingThreads + " threads" : "GPU " + gpu);
        Optional<Pretrained> start = start(model, read, console);
        EvaluationTask task = new EvaluationTask(
                architecture, named.data(), how, fidelity, seed, true, latencyThreads(named), Map.of());
        Evaluation evaluation = evaluator.evaluate(
                task,
                gpu == null ? Workplace.HERE : Workplace.gpu(gpu),
                start,
                new TrainingProgress(console, fidelity.epochs()),
                Checkpoints.in(checkpoint));
        write(evaluation, folder, console);
        if (evaluation.outcome() instanceof Evaluated evaluated) {
            Files.deleteIfExists(checkpoint);
            for (Objective objective : Objective.values()) {
                if (objective.origin() == Objective.Origin.UNTRAINED) {
                    continue;
                }
                console.out()
                        .println("%-12s %s %s"
                                .formatted(objective.label(), objective.value(evaluated), objective.unit())
                                .stripTrailing());
            }
            return 0;
        }
        if (evaluation.outcome() instanceof Failed failed) {
            console.say("The training failed: %s", failed.cause());
        }
        return ExitCode.WORK_FAILED;
    }

    /** What the training goes on from. */
    private Optional<Pretrained> start(Model model, TrialData data, Console console) {
        if (weights == null) {
            if (model instanceof ConfiguredModel configured && configured.holdsWeights()) {
                console.say("It starts anew: --weights %s goes on from its weights.", name);
            }
            return Optional.empty();
        }
        Pretrained start = StartingWeights.of(new Models(store).find(weights));
        Network network = model.build(model.image(), data.classes().size()).network();
        Weights random = Weights.initial(network, seed);
        int fitting = start.fitting(random).size();
        if (fitting == 0) {
            throw new RequestException(
                    "Weights that fit %s were expected, found none in %s.".formatted(model.name(), weights),
                    "they are of another architecture; falconet describe shows both.");
        }
        console.say(
                "%,d of %,d tensors start as in %s, the others anew.",
                fitting, random.tensors().size(), weights);
        return Optional.of(start);
    }

    private Fidelity fidelity(NamedData named) {
        Fidelity usual = named.study().map(StudySpec::fidelity).orElse(USUAL);
        return Requests.check(() -> new Fidelity(
                epochs == null ? usual.epochs() : epochs, usual.images(), batch == null ? usual.batch() : batch));
    }

    /** Those of the study, if it measures on this machine too. */
    private static int latencyThreads(NamedData named) {
        return named.study()
                .map(StudySpec::device)
                .filter(device -> device.name().equals(DeviceProfile.LOCAL))
                .map(StudySpec.DeviceSpec::threads)
                .orElse(1);
    }

    private static void write(Evaluation evaluation, Path folder, Console console) throws IOException {
        for (ProducedArtifact artifact : evaluation.artifacts()) {
            Files.write(folder.resolve(artifact.name()), artifact.content());
        }
        console.say("%d files in %s", evaluation.artifacts().size(), folder);
    }
}
