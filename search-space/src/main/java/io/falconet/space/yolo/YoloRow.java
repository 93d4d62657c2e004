package io.falconet.space.yolo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One layer of a list.
 *
 * @param from the rows whose output is read: from 0, or negative to count back from this row; the first row's -1 is the
 *     image
 * @param number how often the module is repeated, before the depth multiple
 * @param module the module's name
 * @param args the module's arguments without the number of input channels, as the configuration file has them: numbers,
 *     booleans, texts such as {@code None} and {@code nc}, and lists
 */
public record YoloRow(List<Integer> from, int number, String module, List<Object> args) {
    /** The name of the head, with which each list ends. */
    public static final String DETECT = "Detect";

    /** The name of a head without weights over maps of the kind that NanoDet gives. */
    public static final String GFL_DETECT = "GflDetect";

    /** The name of a head without weights over maps of the kind that FCOS gives. */
    public static final String FCOS_DETECT = "FcosDetect";

    private static final Pattern SHARING = Pattern.compile("weights of (\\d{1,6})");

    /** How Python says nothing. */
    public static final String NONE = "None";

    public YoloRow {
        from = List.copyOf(from);
        args = Collections.unmodifiableList(new ArrayList<>(args));
    }

    /** A row that reads the one before it. */
    public static YoloRow of(int number, String module, Object... args) {
        return new YoloRow(List.of(-1), number, module, Arrays.asList(args));
    }

    /** A row that joins the one before it and another. */
    public static YoloRow concat(Integer... others) {
        List<Integer> from = new ArrayList<>(List.of(-1));
        from.addAll(List.of(others));
        return new YoloRow(from, 1, "Concat", List.of(1));
    }

    /** A row that enlarges the one before it to twice its sides. */
    public static YoloRow enlarge() {
        return of(1, "nn.Upsample", "None", 2, "nearest");
    }

    /** The row that ends a list, over those levels. */
    public static YoloRow detect(Integer... levels) {
        return new YoloRow(List.of(levels), 1, DETECT, List.of("nc", "anchors"));
    }

    /** Whether the row is a head, which ends a list. */
    public boolean head() {
        return module.equals(DETECT) || module.equals(GFL_DETECT) || module.equals(FCOS_DETECT);
    }

    /** The row before whose weights this one uses, which its last argument says: {@code 'weights of 12'}. */
    public Optional<Integer> sharing() {
        Object last = args.isEmpty() ? "" : args.get(args.size() - 1);
        Matcher sharing = SHARING.matcher(last.toString());
        return sharing.matches() ? Optional.of(Integer.valueOf(sharing.group(1))) : Optional.empty();
    }

    /** The same row with the weights of one before. */
    YoloRow sharing(int row) {
        List<Object> more = new ArrayList<>(args);
        more.add("weights of " + row);
        return new YoloRow(from, number, module, more);
    }

    /** The same row with weights of its own. */
    public YoloRow alone() {
        return sharing().isEmpty() ? this : new YoloRow(from, number, module, args.subList(0, args.size() - 1));
    }

    /** The same row with another module of the same arguments. */
    public YoloRow with(String otherModule) {
        return new YoloRow(from, number, otherModule, args);
    }

    /** The row read, from 0; -1 is the image. */
    static int absolute(int from, int index) {
        return from < 0 ? index + from : from;
    }
}
