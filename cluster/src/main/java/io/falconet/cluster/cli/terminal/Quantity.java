package io.falconet.cluster.cli.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers of parameters as people type them: {@code 10M}, {@code 2.5m}, {@code 800K} or in full. */
public final class Quantity implements ITypeConverter<Double> {
    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)([KMG]?)");
    private static final Map<String, Double> FACTORS = Map.of("", 1.0, "K", 1e3, "M", 1e6, "G", 1e9);

    @Override
    public Double convert(String text) {
        Matcher number = NUMBER.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!number.matches() || Double.parseDouble(number.group(1)) == 0) {
            throw new TypeConversionException(
                    "a number over 0 was expected, maybe with K, M or G, such as 10M, found \"%s\"".formatted(text));
        }
        return Double.parseDouble(number.group(1)) * FACTORS.get(number.group(2));
    }
}
