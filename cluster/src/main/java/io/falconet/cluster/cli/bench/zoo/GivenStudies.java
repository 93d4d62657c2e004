package io.falconet.cluster.cli.bench.zoo;

import io.falconet.cluster.cli.study.Entrant;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.FittedSeed;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.Rungs;
import io.falconet.space.study.StudySpec;
import io.falconet.space.study.StudySpec.DataSpec;
import io.falconet.space.study.StudySpec.DeviceSpec;
import io.falconet.space.study.StudySpec.StrategySpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The studies that hold the trainings of given detectors: one a search space, all trained alike.
 *
 * @param chosen the name that was asked for
 * @param base what the data are called, of which a name is made otherwise
 * @param threads that one inference may use
 * @param side of the images that published detectors read
 */
record GivenStudies(
        Optional<String> chosen,
        String base,
        DataSpec data,
        RecipeSpec recipe,
        Fidelity fidelity,
        long seed,
        int threads,
        int slots,
        int side) {
    private static final String ZOO = "zoo";
    private static final int LAG = 4;

    /** How the whole is called. */
    String name() {
        return chosen.orElseGet(() -> "zoo-%s-%dpx-%de"
                .formatted(
                        base.replaceFirst("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9._-]+", "-"),
                        side,
                        fidelity.epochs()));
    }

    /** A study of each space that has entrants to be trained, with these. */
    Map<StudySpec, List<Entrant>> of(List<Entrant> entrants) {
        Map<String, List<Entrant>> bySpace = entrants.stream()
                .filter(entrant -> entrant.seed().isPresent())
                .collect(Collectors.groupingBy(GivenStudies::space, TreeMap::new, Collectors.toList()));
        Map<StudySpec, List<Entrant>> studies = new LinkedHashMap<>();
        bySpace.forEach((space, members) -> studies.put(study(space, members), members));
        return studies;
    }

    private static String space(Entrant entrant) {
        String seed = entrant.seed().orElseThrow();
        return FittedSeed.isText(seed) ? Architecture.parse(seed).space() : ZOO;
    }

    /** Its name tells apart what other options ask for, so that the same options come back to it. */
    private StudySpec study(String space, List<Entrant> members) {
        List<String> seeds =
                members.stream().map(entrant -> entrant.seed().orElseThrow()).toList();
        String other =
                "%s %s %s %d %d %d %s".formatted(data, recipe.text(), fidelity.text(), seed, threads, side, seeds);
        String name = "%s-%s%06x".formatted(name(), space.equals(ZOO) ? "" : space + "-", other.hashCode() & 0xFFFFFF);
        return new StudySpec(
                name,
                space,
                space.equals(ZOO) ? Map.of("input", List.of(String.valueOf(side))) : Map.of(),
                seeds,
                data,
                List.of(Objective.MAP50_95, Objective.LATENCY, Objective.PARAMETERS),
                Map.of(),
                new StrategySpec("random", 2),
                seeds.size(),
                recipe,
                fidelity,
                Rungs.NONE,
                seed,
                new DeviceSpec("local", threads),
                slots,
                LAG * slots);
    }
}
