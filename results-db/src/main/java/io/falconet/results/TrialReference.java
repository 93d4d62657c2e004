package io.falconet.results;

/**
 * A trial by name, as people write it: {@code study:number}.
 *
 * @param study the study's name
 * @param number the trial's number within it, from 0
 */
public record TrialReference(String study, int number) {

    /**
     * Reads {@code study:number}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static TrialReference parse(String text) {
        int colon = text.lastIndexOf(':');
        String number = text.substring(colon + 1);
        if (colon < 1 || !number.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "A trial reads study:number, found \"" + text + "\".\nMaybe you mean " + text + ":0.");
        }
        return new TrialReference(text.substring(0, colon), Integer.parseInt(number));
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        return study + ":" + number;
    }

    @Override
    public String toString() {
        return text();
    }
}
