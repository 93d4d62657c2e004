package io.falconet.space.catalog;

import java.util.List;
import java.util.Map;

/**
 * A constructor as published code calls it.
 *
 * @param variant whose code it is, such as {@code yolov5} or {@code huawei}
 * @param block the constructor's name
 * @param positional arguments by position: numbers, booleans, strings, lists of these, or null
 * @param named arguments by name
 */
public record AuthorsCall(String variant, String block, List<Object> positional, Map<String, Object> named) {
    /** The whole number at that position or of that name. */
    public int number(int position, String name, int otherwise) {
        return value(position, name) instanceof Number number ? number.intValue() : otherwise;
    }

    /** The fraction at that position or of that name. */
    public double fraction(int position, String name, double otherwise) {
        return value(position, name) instanceof Number number ? number.doubleValue() : otherwise;
    }

    /** The truth value at that position or of that name; 0 is false and any other number true. */
    public boolean flag(int position, String name, boolean otherwise) {
        Object value = value(position, name);
        return value instanceof Boolean truth
                ? truth
                : value instanceof Number number ? number.doubleValue() != 0 : otherwise;
    }

    /** The text at that position or of that name. */
    public String text(int position, String name, String otherwise) {
        Object value = value(position, name);
        return value == null ? otherwise : value.toString();
    }

    /** The whole numbers at that position or of that name. */
    public List<Integer> numbers(int position, String name, List<Integer> otherwise) {
        return value(position, name) instanceof List<?> list
                ? list.stream().map(Number.class::cast).map(Number::intValue).toList()
                : otherwise;
    }

    private Object value(int position, String name) {
        return position < positional.size() ? positional.get(position) : named.get(name);
    }
}
