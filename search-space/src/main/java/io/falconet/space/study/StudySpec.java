package io.falconet.space.study;

import io.falconet.space.outcome.Bounds;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Origin;
import io.falconet.space.outcome.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One search, as its author wants it. Read from a file by {@code StudyReader}, which checks everything at once.
 *
 * @param name unique within a results store
 * @param space name of the search space
 * @param choices options to which the space's choices are narrowed, by choice; choices not named stay whole
 * @param seeds names of the space's seeds, or texts of its architectures, that are evaluated first, in this order; mostly
 *     none
 * @param data on what candidates are trained and scored
 * @param objectives what is optimised, at least one
 * @param limits upper bounds on parameters and MACs, and lower ones on scores without training, checked before anything is
 *     trained; and an upper one on the latency, checked by what is foreseen of it, and again when it was measured
 * @param strategy how the next architecture is chosen
 * @param trials how many evaluations there are; where there are rungs, those of the final front come on top
 * @param recipe how each is trained
 * @param fidelity how much training each gets, or where there are rungs, each that comes up to the end
 * @param rungs cheaper trainings before the full one; trials count on all of them
 * @param seed from which all randomness of the study flows
 * @param device where latency is measured
 * @param slots evaluations at the same time
 * @param lag child i is bred from the outcomes of children 0 … i − lag − 1 alone; at most lag evaluations are in flight
 */
public record StudySpec(
        String name,
        String space,
        Map<String, List<String>> choices,
        List<String> seeds,
        DataSpec data,
        List<Objective> objectives,
        Map<Objective, Double> limits,
        StrategySpec strategy,
        int trials,
        RecipeSpec recipe,
        Fidelity fidelity,
        Rungs rungs,
        long seed,
        DeviceSpec device,
        int slots,
        int lag) {
    public StudySpec {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        seeds = List.copyOf(seeds);
        objectives = List.copyOf(objectives);
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        if (objectives.isEmpty() || trials < 1 || slots < 1 || lag < 1) {
            throw new IllegalArgumentException(
                    "A study needs an objective and at least 1 trial, slot and lag, found %s, %d, %d and %d."
                            .formatted(objectives, trials, slots, lag));
        }
        if (seeds.size() > trials) {
            throw new IllegalArgumentException("A study needs a trial for each seed, found %d seeds and %d trials."
                    .formatted(seeds.size(), trials));
        }
        if (limits.keySet().stream().anyMatch(objective -> !limitable(objective))) {
            throw new IllegalArgumentException(
                    "Limits hold before anything is trained, found " + limits + ". Maybe parameters, macs or latency.");
        }
        Rungs scheduled = Rungs.below(fidelity, rungs.below(), rungs.promote());
        if (!rungs.equals(scheduled)) {
            throw new IllegalArgumentException(
                    "Rungs need the schedules of the trainings that they are parts of, %s, found %s. Maybe Rungs.below makes them."
                            .formatted(scheduled, rungs));
        }
    }

    /** The same search under another name, by another strategy, from another seed. */
    public StudySpec by(String otherName, StrategySpec otherStrategy, long otherSeed) {
        return new StudySpec(
                otherName,
                space,
                choices,
                seeds,
                data,
                objectives,
                limits,
                otherStrategy,
                trials,
                recipe,
                fidelity,
                rungs,
                otherSeed,
                device,
                slots,
                lag);
    }

    /** All fidelities at which the study trains, cheapest first, the full one last. */
    public List<Fidelity> fidelities() {
        return Stream.concat(rungs.below().stream(), Stream.of(fidelity)).toList();
    }

    /** Whether an outcome is of the study's full fidelity: only such ones are ranked against each other. */
    public boolean fullyTrained(Outcome outcome) {
        return rungs.none() || outcome.provenance().fidelity().equals(fidelity);
    }

    /** Whether an objective can have a limit: it is known, or can be foreseen, before anything is trained. */
    static boolean limitable(Objective objective) {
        return objective.origin() != Origin.TRAINING;
    }

    /** The scores that decide what is trained: those that have a floor, and those that the strategy is told. */
    public List<Objective> scoresBeforehand() {
        return Stream.concat(limits.keySet().stream(), strategy.scores().stream())
                .filter(StudySpec::score)
                .distinct()
                .sorted()
                .toList();
    }

    /** The scores that are optimised, and so belong to each outcome. */
    public List<Objective> scoresOptimised() {
        return objectives.stream().filter(StudySpec::score).toList();
    }

    /** Whether anything is to be scored without training. */
    public boolean scored() {
        return !scoresBeforehand().isEmpty() || !scoresOptimised().isEmpty();
    }

    private static boolean score(Objective objective) {
        return objective.origin() == Origin.UNTRAINED;
    }

    /** The limits, to hold outcomes against. */
    public Bounds bounds() {
        return new Bounds(limits);
    }

    /**
     * Where the data are: a folder in any format that can be read, or COCO annotations and the folder of their images.
     *
     * @param path absolute path of a folder or file that holds all parts; empty where the other three are given
     * @param train absolute path of the training annotations, COCO json; empty where a path is given
     * @param validation absolute path of the validation annotations, COCO json; empty where a path is given
     * @param images absolute path of the folder in which the annotations' file names are found; empty where a path is given
     */
    public record DataSpec(String path, String train, String validation, String images) {
        /** COCO annotations and the folder of their images. */
        public DataSpec(String train, String validation, String images) {
            this("", train, validation, images);
        }

        /** One folder or file that holds all parts. */
        public static DataSpec at(String path) {
            return new DataSpec(path, "", "", "");
        }
    }

    /**
     * How the next architecture is chosen.
     *
     * @param name one of {@link #NAMES}
     * @param population how many are bred from, and before that laid out evenly
     * @param scores without training that a surrogate is told of the most promising candidates; mostly none
     */
    public record StrategySpec(String name, int population, List<Objective> scores) {
        /** Every option of every choice is as likely as any other. */
        public static final String RANDOM = "random";
        /** Regularised evolution: mutants of the young. */
        public static final String EVOLUTION = "evolution";
        /** NSGA-II in steady state. */
        public static final String NSGA2 = "nsga2";
        /** Evolution whose offspring a model of the outcomes ranks before any is trained. */
        public static final String SURROGATE = "surrogate";
        /** All of them. */
        public static final List<String> NAMES = List.of(SURROGATE, NSGA2, EVOLUTION, RANDOM);
        /** Where a study says nothing: what needs the fewest trainings on tables of real results. */
        public static final StrategySpec USUAL = usual(SURROGATE);

        private static final int POPULATION = 12;
        /** Whoever is old dies, so that few would forget the best. */
        private static final int POPULATION_OF_THE_YOUNG = 50;

        public StrategySpec {
            scores = List.copyOf(scores);
            if (!scores.isEmpty()
                    && (!name.equals(SURROGATE) || !scores.stream().allMatch(StudySpec::score))) {
                throw new IllegalArgumentException("%s is told scores without training alone, found %s with %s."
                        .formatted(SURROGATE, name, scores));
            }
        }

        /** One that is told no scores. */
        public StrategySpec(String name, int population) {
            this(name, population, List.of());
        }

        /** The strategy of that name, as it is where nothing else is said. */
        public static StrategySpec usual(String name) {
            return new StrategySpec(name, name.equals(EVOLUTION) ? POPULATION_OF_THE_YOUNG : POPULATION);
        }
    }

    /**
     * Where latency is measured.
     *
     * @param name of a device that the results store knows; {@code local} is the machine that evaluates
     * @param threads threads an inference may use
     */
    public record DeviceSpec(String name, int threads) {}
}
