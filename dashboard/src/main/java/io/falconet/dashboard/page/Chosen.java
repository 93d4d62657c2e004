package io.falconet.dashboard.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Trials chosen to be compared.
 *
 * @param numbers in the order in which they were chosen, each once
 */
public record Chosen(List<Integer> numbers) {
    /** As many as there are colours for, and room on a page. */
    public static final int MOST = 4;

    public Chosen {
        numbers = List.copyOf(numbers);
    }

    /**
     * Reads numbers with commas or blanks between, of which some may be given already.
     *
     * @param first chosen already, before those in the text
     * @param exists whether the study has a trial of a number
     * @throws IllegalArgumentException if they are not two to four different trials of the study; the message is for people
     */
    public static Chosen read(List<Integer> first, String text, IntPredicate exists) {
        List<Integer> numbers = new ArrayList<>(first);
        for (String word : text.strip().split("[\\s,]+")) {
            if (!word.isEmpty()) {
                int number = number(word, exists);
                if (numbers.contains(number)) {
                    throw new IllegalArgumentException(
                            "Different trials were expected, found %d twice. Maybe another one is meant."
                                    .formatted(number));
                }
                numbers.add(number);
            }
        }
        if (numbers.size() < 2 || numbers.size() > MOST) {
            throw new IllegalArgumentException(
                    "Two to four trials were expected, found %s. Maybe write their numbers with commas between: 3, 17."
                            .formatted(numbers.isEmpty() ? "none" : numbers.size() == 1 ? "one" : numbers.size()));
        }
        return new Chosen(numbers);
    }

    private static int number(String word, IntPredicate exists) {
        if (!word.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "The number of a trial was expected, found \"%s\". Maybe copy it from the table of trials."
                            .formatted(word));
        }
        int number = Integer.parseInt(word);
        if (!exists.test(number)) {
            throw new IllegalArgumentException(
                    "A trial of this study was expected, found no number %d. Maybe copy it from the table of trials."
                            .formatted(number));
        }
        return number;
    }
}
