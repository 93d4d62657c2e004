package io.falconet.space.yolo;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Node;
import java.util.List;
import java.util.Optional;

/**
 * A row's arguments as its module reads them. Positions count from 0 as in the row, where neither the input's channels nor
 * the repeats stand.
 *
 * @param spec the list
 * @param row the row in it
 */
public record ModuleArguments(YoloSpec spec, YoloRow row) {
    /** The output channels: the first argument, times the width multiple. */
    public int channels() {
        return spec.channels(number(0));
    }

    /** The repeats: the row's number, times the depth multiple. */
    public int repeats() {
        return spec.repeats(row.number());
    }

    /** The list's activation. */
    public Activation activation() {
        return spec.activation();
    }

    /** The list's activation unless the truth value at that position is false. */
    public Optional<Activation> activation(int position) {
        return flag(position, true) ? Optional.of(activation()) : Optional.empty();
    }

    /** The whole number at that position, which must be there. */
    public int number(int position) {
        if (value(position).isEmpty()) {
            throw wrong(position, "a whole number");
        }
        return number(position, 0);
    }

    /** The whole number at that position. */
    public int number(int position, int otherwise) {
        Object value = value(position).orElse(otherwise);
        if (value instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw wrong(position, "a whole number");
    }

    /** The fraction at that position. */
    public double fraction(int position, double otherwise) {
        if (value(position).orElse(otherwise) instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(position, "a number");
    }

    /** The truth value at that position; 0 and 1 are as good as False and True. */
    public boolean flag(int position, boolean otherwise) {
        Object value = value(position).orElse(otherwise);
        if (value instanceof Boolean flag) {
            return flag;
        } else if (value.equals(0) || value.equals(1)) {
            return value.equals(1);
        }
        throw wrong(position, "True or False");
    }

    /** The text at that position. */
    public String text(int position, String otherwise) {
        if (value(position).orElse(otherwise) instanceof String text) {
            return text;
        }
        throw wrong(position, "a text");
    }

    /** The whole numbers at that position. */
    public List<Integer> numbers(int position, List<Integer> otherwise) {
        if (value(position).orElse(otherwise) instanceof List<?> list
                && list.stream().allMatch(Integer.class::isInstance)) {
            return list.stream().map(Integer.class::cast).toList();
        }
        throw wrong(position, "a list of whole numbers");
    }

    /**
     * These arguments.
     *
     * @throws IllegalArgumentException if there are more
     */
    public ModuleArguments atMost(int count) {
        if (row.args().size() > count) {
            throw new IllegalArgumentException("%s takes at most %d arguments here, found %d: %s."
                    .formatted(row.module(), count, row.args().size(), row.args()));
        }
        return this;
    }

    /** The one map that the row reads. */
    Node single(List<Node> inputs) {
        if (inputs.size() != 1) {
            throw new IllegalArgumentException(
                    "%s reads one row, found %s. Maybe a Concat before it.".formatted(row.module(), row.from()));
        }
        return inputs.get(0);
    }

    /** What stands there; Python's None is as good as nothing. */
    private Optional<Object> value(int position) {
        return position < row.args().size()
                ? Optional.ofNullable(row.args().get(position)).filter(value -> !value.equals("None"))
                : Optional.empty();
    }

    private IllegalArgumentException wrong(int position, String expected) {
        return new IllegalArgumentException("Argument %d of %s is expected to be %s, found %s."
                .formatted(
                        position + 1,
                        row.module(),
                        expected,
                        value(position).map(Object::toString).orElse("nothing")));
    }
}
