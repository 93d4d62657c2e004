package io.falconet.cluster.cli.terminal;

import io.falconet.space.graph.Shape;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Image sizes as people type them: {@code 640} for a square, {@code 384x640} for height by width. */
public final class ImageSize implements ITypeConverter<Shape> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})(?:[xX](\\d{1,5}))?");
    private static final int LARGEST = 16_384;

    @Override
    public Shape convert(String text) {
        Matcher size = SIZE.matcher(text.strip());
        if (size.matches()) {
            int height = Integer.parseInt(size.group(1));
            int width = size.group(2) == null ? height : Integer.parseInt(size.group(2));
            if (possible(height) && possible(width)) {
                return Shape.image(height, width);
            }
        }
        throw new TypeConversionException(
                "an image size is a side such as 640, or height x width such as 384x640, each from 1 to %d pixels, found \"%s\""
                        .formatted(LARGEST, text));
    }

    /** Whether a text is meant as one. */
    public static boolean is(String text) {
        return SIZE.matcher(text.strip()).matches();
    }

    private static boolean possible(int side) {
        return side >= 1 && side <= LARGEST;
    }

    /** The text that reads back. */
    public static String text(Shape image) {
        return image.height() + "x" + image.width();
    }
}
