package io.falconet.space.yolo.yaml;

import io.falconet.space.yolo.YoloDialect;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Guesses whose code a file is for that does not say it. */
final class YoloDialects {
    private YoloDialects() {}

    /** The first of the dialects that know the most of these modules. */
    static YoloDialect of(List<String> backbone, List<String> head) {
        return Arrays.stream(YoloDialect.values())
                .max(Comparator.comparingLong((YoloDialect dialect) -> Stream.concat(backbone.stream(), head.stream())
                                .filter(dialect.modules().names()::contains)
                                .count())
                        .thenComparing(
                                Comparator.comparingInt(YoloDialect::ordinal).reversed()))
                .orElseThrow();
    }
}
