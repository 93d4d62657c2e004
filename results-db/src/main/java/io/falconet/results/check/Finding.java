package io.falconet.results.check;

import java.util.Optional;

/**
 * One inconsistency of a store.
 *
 * @param kind its name, the same for all of its kind: {@code outcome-missing}
 * @param study the study's name; nothing where it concerns none
 * @param trial the trial's number; nothing where it concerns none
 * @param expected what should be there, as a sentence goes on after "Expected"
 * @param found what is, as a sentence goes on after "found"
 * @param remedy what may help: a sentence that begins with "Maybe"
 */
public record Finding(
        String kind, Optional<String> study, Optional<Integer> trial, String expected, String found, String remedy) {
    /** All of it for people. */
    public String message() {
        return "Expected %s, found %s.%n%s".formatted(expected, found, remedy);
    }
}
