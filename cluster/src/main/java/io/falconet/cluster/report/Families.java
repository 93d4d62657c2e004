package io.falconet.cluster.report;

import io.falconet.cluster.compare.Contender;
import io.falconet.cluster.compare.Result;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The families of the contenders, and how each looks in the plots: those of many members first. */
final class Families {
    private final Map<String, Integer> looks = new LinkedHashMap<>();

    Families(List<Result> results) {
        Map<String, Long> members = results.stream()
                .map(Result::contender)
                .filter(contender -> !contender.searched())
                .collect(Collectors.groupingBy(Contender::family, Collectors.counting()));
        if (results.stream().anyMatch(result -> result.contender().searched())) {
            looks.put("searched", Looks.SEARCHED);
        }
        members.keySet().stream()
                .sorted(Comparator.comparing((String family) -> -members.get(family))
                        .thenComparing(family -> family))
                .forEach(family -> looks.put(family, Looks.of((int) looks.values().stream()
                        .filter(look -> look != Looks.SEARCHED)
                        .count())));
    }

    int look(Contender contender) {
        return contender.searched() ? Looks.SEARCHED : looks.get(contender.family());
    }

    /** What the marks mean. */
    void legend(Markup page, boolean front) {
        page.open("ul", "class", "legend");
        looks.forEach((family, look) -> {
            page.open("li");
            mark(page, look);
            page.text(family).close();
        });
        if (front) {
            page.open("li").open("svg", "viewBox", "0 0 22 14", "aria-hidden", "true");
            page.leaf("path", "class", "steps", "d", "M1 12H8V3H21").close();
            page.text("Pareto front, by medians").close();
        }
        page.close();
    }

    static void mark(Markup page, int look) {
        page.open("svg", "viewBox", "0 0 14 14", "aria-hidden", "true");
        Looks.draw(page, look, 7, 7, look == Looks.SEARCHED ? 4 : 4.5, false);
        page.close();
    }
}
