package io.falconet.space.study;

import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.problem.Spelling;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.study.StudySpec.DataSpec;
import io.falconet.space.study.StudySpec.DeviceSpec;
import io.falconet.space.study.StudySpec.StrategySpec;
import io.falconet.space.yaml.YamlSection;
import io.falconet.space.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a study file says, key by key. All of it is read, whatever is wrong; a wrong value leaves a problem behind and
 * something harmless in its place.
 */
final class StudyForm {
    static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private static final String STRATEGY = "{name: surrogate, population: 12}";
    private static final DeviceSpec DEFAULT_DEVICE = new DeviceSpec(DeviceProfile.LOCAL, 1);
    private static final String DATA = "{train: train.json, validation: val.json, images: images}";
    private static final String FIDELITY = "{epochs: 8, images: all, batch: 16}";
    private static final String RECIPE = "{name: short, rate: 0.01}";
    /** Stands in for what cannot be read; every rung is cheaper. */
    private static final Fidelity UNKNOWN = new Fidelity(Integer.MAX_VALUE, 0, 1);

    private static final int MOST_OBJECTIVES = 4;
    private static final Pattern MILLIS = Pattern.compile("([\\d.]+) ?ms");

    private final YamlSection root;
    private final Map<String, SearchSpace> spaces;
    private final DataPaths paths;

    /** The form to be read, given the known spaces by name (none: any name is taken). */
    StudyForm(YamlSection root, Map<String, SearchSpace> spaces, DataPaths paths) {
        this.root = root;
        this.spaces = spaces;
        this.paths = paths;
    }

    /** The study as far as it can be read. */
    StudySpec study() {
        String name = root.require("name", "my-study").flatMap(this::name).orElse("");
        String space = root.require("space", "small-objects")
                .flatMap(value ->
                        spaces.isEmpty() ? value.text() : oneOf(value, "space", new TreeSet<>(spaces.keySet())))
                .orElse("");
        Map<String, List<String>> choices = root.find("choices")
                .flatMap(value -> value.section("{input: [320]}"))
                .map(section -> new Narrowing(section, Optional.ofNullable(spaces.get(space))).choices())
                .orElse(Map.of());
        DataSpec data = root.require("data", DATA)
                .flatMap(value -> value.section(DATA))
                .map(this::data)
                .orElse(new DataSpec("", "", ""));
        List<Objective> objectives = root.require("objectives", "[map50-95, latency]")
                .map(this::objectives)
                .filter(found -> !found.isEmpty())
                .orElse(List.of(Objective.MAP50_95));
        Map<Objective, Double> limits = root.find("limits")
                .flatMap(value -> value.section("{parameters: 2.5M}"))
                .map(this::limits)
                .orElse(new EnumMap<>(Objective.class));
        root.find("floors")
                .flatMap(value -> value.section("{naswot: 100}"))
                .map(this::floors)
                .ifPresent(limits::putAll);
        StrategySpec strategy = root.find("strategy").map(this::strategy).orElse(StrategySpec.USUAL);
        int trials = root.count("trials", 1, "30");
        List<String> seeds = root.find("seeds")
                .map(value -> new Seeding(value, Optional.ofNullable(spaces.get(space)), choices, limits).names(trials))
                .orElse(List.of());
        RecipeSpec recipe = root.find("recipe").map(this::recipe).orElse(RecipeSpec.USUAL);
        Fidelity fidelity = root.require("fidelity", FIDELITY)
                .flatMap(value -> value.section(FIDELITY))
                .map(this::fidelity)
                .orElse(UNKNOWN);
        Rungs rungs = new Ascent(root, fidelity).rungs();
        long seed = root.require("seed", "1")
                .flatMap(value -> value.whole(Long.MIN_VALUE, Long.MAX_VALUE))
                .orElse(0L);
        DeviceSpec device = root.find("device").map(this::device).orElse(DEFAULT_DEVICE);
        int slots = root.count("slots", 1, Runtime.getRuntime().availableProcessors());
        int lag = lag(slots);
        root.close();
        return new StudySpec(
                name,
                space,
                choices,
                seeds,
                data,
                objectives,
                limits,
                strategy,
                trials,
                recipe,
                fidelity,
                rungs,
                seed,
                device,
                slots,
                lag);
    }

    private Optional<String> name(YamlValue value) {
        Optional<String> name = value.text();
        name.filter(text -> !text.matches(NAME))
                .ifPresent(text -> value.problem(
                        "A study's name needs letters, digits, dots, underscores and hyphens alone, at most 100, and starts with a letter or digit, found \""
                                + text + "\".",
                        "Maybe "
                                + text.strip()
                                        .replaceAll("[^A-Za-z0-9._-]+", "-")
                                        .replaceAll("^[^A-Za-z0-9]+|-+$", "") + "."));
        return name;
    }

    private DataSpec data(YamlSection section) {
        if (section.find("path").isPresent()) {
            DataSpec data = DataSpec.at(
                    section.find("path").flatMap(paths::fileOrFolder).orElse(""));
            section.forbid(List.of("train", "validation", "images"), "path");
            section.close();
            return data;
        }
        DataSpec data = new DataSpec(
                section.require("train", "train.json").flatMap(paths::file).orElse(""),
                section.require("validation", "val.json").flatMap(paths::file).orElse(""),
                section.require("images", "images").flatMap(paths::folder).orElse(""));
        section.close();
        return data;
    }

    private List<Objective> objectives(YamlValue value) {
        List<Objective> objectives = new ArrayList<>();
        for (YamlValue item : value.items()) {
            Optional<Objective> objective = oneOf(
                            item,
                            "objective",
                            Arrays.stream(Objective.values())
                                    .map(Objective::key)
                                    .toList())
                    .flatMap(Objective::of);
            if (objective.isPresent() && objectives.contains(objective.get())) {
                item.problem(
                        "Objective " + objective.get().key() + " stands there twice.", "Maybe remove one of the two.");
            }
            objective.ifPresent(objectives::add);
        }
        if (objectives.size() > MOST_OBJECTIVES) {
            value.problem(
                    "A study has at most %d objectives, found %d.".formatted(MOST_OBJECTIVES, objectives.size()),
                    "Maybe one of parameters and macs is enough.");
        }
        return objectives;
    }

    /** What is at most allowed. */
    private Map<Objective, Double> limits(YamlSection section) {
        Map<Objective, Double> limits = new EnumMap<>(Objective.class);
        for (Objective objective : Objective.values()) {
            Optional<YamlValue> value = section.find(objective.key());
            switch (objective.origin()) {
                case NETWORK -> value.flatMap(YamlValue::quantity).ifPresent(limit -> limits.put(objective, limit));
                case DEVICE -> value.flatMap(StudyForm::millis).ifPresent(limit -> limits.put(objective, limit));
                case UNTRAINED ->
                    value.ifPresent(it -> it.problem(
                            "limits says what is at most allowed, and of a score more is better, found "
                                    + objective.key() + ".",
                            "Maybe floors: {%s: …}, which says what is at least asked for."
                                    .formatted(objective.key())));
                case TRAINING ->
                    value.ifPresent(it -> it.problem(
                            "Limits hold before anything is trained, so they fit parameters, macs and latency alone, found "
                                    + objective.key() + ".",
                            "Maybe make " + objective.key() + " an objective and choose on the front."));
            }
        }
        section.close();
        return limits;
    }

    /** What is at least asked for of scores without training. */
    private Map<Objective, Double> floors(YamlSection section) {
        Map<Objective, Double> floors = new EnumMap<>(Objective.class);
        for (Objective objective : Objective.values()) {
            Optional<YamlValue> value = section.find(objective.key());
            switch (objective.origin()) {
                case UNTRAINED -> value.flatMap(YamlValue::number).ifPresent(floor -> floors.put(objective, floor));
                case NETWORK, DEVICE ->
                    value.ifPresent(it -> it.problem(
                            "floors says what is at least asked for, and of %s less is better."
                                    .formatted(objective.key()),
                            "Maybe limits: {%s: …}, which says what is at most allowed.".formatted(objective.key())));
                case TRAINING ->
                    value.ifPresent(it -> it.problem(
                            "Floors hold before anything is trained, so they fit scores without training alone, found "
                                    + objective.key() + ".",
                            "Maybe make " + objective.key() + " an objective and choose on the front."));
            }
        }
        section.close();
        return floors;
    }

    /** The scores that a surrogate is told. */
    private static List<Objective> scores(YamlValue value, String strategy) {
        List<Objective> scores = new ArrayList<>();
        for (YamlValue item : value.items()) {
            oneOf(
                            item,
                            "score without training",
                            Objective.scores().stream().map(Objective::key).toList())
                    .flatMap(Objective::of)
                    .filter(score -> !scores.contains(score))
                    .ifPresent(scores::add);
        }
        if (!scores.isEmpty() && !strategy.equals(StrategySpec.SURROGATE)) {
            value.problem(
                    "Scores are told to the strategy %s alone, found %s.".formatted(StrategySpec.SURROGATE, strategy),
                    "Maybe floors or objectives name them.");
            return List.of();
        }
        return scores;
    }

    private static Optional<Double> millis(YamlValue value) {
        Matcher unit = MILLIS.matcher(String.valueOf(value.plain()));
        if (unit.matches()) {
            value.problem(
                    "%s needs a number of milliseconds, found %s.".formatted(value.path(), unit.group()),
                    "Maybe " + unit.group(1) + ", without the unit.");
            return Optional.empty();
        }
        return value.positive();
    }

    /** A strategy's name, or its name and what else is said of it. */
    private StrategySpec strategy(YamlValue value) {
        if (!value.isSection()) {
            return StrategySpec.usual(strategyName(value));
        }
        YamlSection section = value.section(STRATEGY).orElseThrow();
        StrategySpec usual = StrategySpec.usual(section.require("name", StrategySpec.USUAL.name())
                .map(StudyForm::strategyName)
                .orElse(""));
        StrategySpec strategy = new StrategySpec(
                usual.name(),
                section.count("population", 2, usual.population()),
                section.find("scores").map(named -> scores(named, usual.name())).orElse(List.of()));
        section.close();
        return strategy;
    }

    private static String strategyName(YamlValue value) {
        return oneOf(value, "strategy", StrategySpec.NAMES).orElse("");
    }

    /** A recipe's name, or its name and what differs. */
    private RecipeSpec recipe(YamlValue value) {
        if (!value.isSection()) {
            return oneOf(value, "recipe", RecipeSpec.NAMES)
                    .map(RecipeSpec::named)
                    .orElse(RecipeSpec.USUAL);
        }
        YamlSection section = value.section(RECIPE).orElseThrow();
        String name = section.require("name", "short")
                .flatMap(text -> oneOf(text, "recipe", RecipeSpec.NAMES))
                .orElse(RecipeSpec.USUAL.name());
        Map<RecipeChange, Double> changes = new EnumMap<>(RecipeChange.class);
        for (RecipeChange change : RecipeChange.values()) {
            section.find(change.key())
                    .flatMap(changed -> changed(change, changed))
                    .ifPresent(number -> changes.put(change, number));
        }
        section.close();
        return new RecipeSpec(name, changes);
    }

    private static Optional<Double> changed(RecipeChange change, YamlValue value) {
        Optional<Double> number = value.number();
        Optional<String> objection = number.flatMap(change::objection);
        objection.ifPresent(message -> value.problem(message, "Maybe remove it, which keeps the recipe's own."));
        return objection.isPresent() ? Optional.empty() : number;
    }

    private Fidelity fidelity(YamlSection section) {
        Fidelity fidelity = new Fidelity(
                section.require("epochs", "8")
                        .flatMap(value -> value.whole(1, Integer.MAX_VALUE))
                        .map(Long::intValue)
                        .orElse(UNKNOWN.epochs()),
                section.require("images", "all").flatMap(Ascent::images).orElse(0),
                section.count("batch", 1, "16"));
        section.close();
        return fidelity;
    }

    /** A device's name, or its name and threads. Whether a store knows it is seen when the search starts. */
    private DeviceSpec device(YamlValue value) {
        if (!value.isSection()) {
            return new DeviceSpec(deviceName(value), DEFAULT_DEVICE.threads());
        }
        YamlSection section = value.section("{name: local, threads: 1}").orElseThrow();
        DeviceSpec device = new DeviceSpec(
                section.find("name").map(StudyForm::deviceName).orElse(DEFAULT_DEVICE.name()),
                section.count("threads", 1, DEFAULT_DEVICE.threads()));
        section.close();
        return device;
    }

    private static String deviceName(YamlValue value) {
        Optional<String> name = value.text();
        name.filter(text -> !DeviceProfile.isName(text))
                .ifPresent(text -> value.problem(
                        "%s needs the name of a registered device, or local for this machine, found %s."
                                .formatted(value.path(), text),
                        text.contains(":")
                                ? "Maybe register it: falconet device add raspberry --address " + text
                                        + " with its token and certificate; then device: raspberry."
                                : "Maybe local; falconet device list tells which there are."));
        return name.filter(DeviceProfile::isName).orElse(DEFAULT_DEVICE.name());
    }

    private int lag(int slots) {
        int usual = (int) Math.min(Integer.MAX_VALUE, 4L * slots);
        int lag = root.count("lag", 1, usual);
        if (lag < slots) {
            root.find("lag")
                    .ifPresent(value -> value.problem(
                            "lag needs to be at least slots, %d, to keep all of them busy, found %d."
                                    .formatted(slots, lag),
                            "Maybe " + usual + ", four times slots."));
        }
        return lag;
    }

    /** The value if it is one of the words known; otherwise the problem is reported. */
    private static Optional<String> oneOf(YamlValue value, String kind, Collection<String> known) {
        Optional<String> word = value.text();
        word.filter(text -> !known.contains(text))
                .ifPresent(text -> value.problem(
                        "There is no %s named %s; known: %s.".formatted(kind, text, String.join(", ", known)),
                        Spelling.maybe(text, known)));
        return word.filter(known::contains);
    }
}
