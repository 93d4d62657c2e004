package io.falconet.space.space;

import io.falconet.space.block.Detector;
import java.util.List;
import java.util.Map;

/**
 * A space some of whose choices have fewer options. Its architectures are architectures of the whole space: it has the
 * same name, the same choices and the same order.
 */
public final class NarrowedSpace implements SearchSpace {
    private final SearchSpace whole;
    private final List<Choice> choices;

    /**
     * Narrows a space.
     *
     * @param kept the options that stay, by choice; choices not named stay whole
     * @throws IllegalArgumentException if a choice or an option is not of the space, or a choice would have no option
     */
    public NarrowedSpace(SearchSpace whole, Map<String, List<String>> kept) {
        List<String> names = whole.choices().stream().map(Choice::name).toList();
        for (String name : kept.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("%s has the choices %s, found \"%s\". Maybe a typing error."
                        .formatted(whole.name(), String.join(", ", names), name));
            }
        }
        this.whole = whole;
        this.choices = whole.choices().stream()
                .map(choice -> kept.containsKey(choice.name()) ? narrowed(choice, kept.get(choice.name())) : choice)
                .toList();
    }

    private static Choice narrowed(Choice choice, List<String> kept) {
        for (String option : kept) {
            if (!choice.options().contains(option)) {
                throw new IllegalArgumentException("%s takes one of %s, found \"%s\". Maybe a typing error."
                        .formatted(choice.name(), String.join(", ", choice.options()), option));
            }
        }
        return new Choice(
                choice.name(), choice.options().stream().filter(kept::contains).toList(), choice.ordered());
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public List<Choice> choices() {
        return choices;
    }

    /** The whole space's; {@link FittedSeed} brings one of them into this space. */
    @Override
    public Map<String, Architecture> seeds() {
        return whole.seeds();
    }

    @Override
    public Detector detector(Architecture architecture, int classes) {
        return whole.detector(architecture, classes);
    }

    @Override
    public Detector detector(Architecture architecture, int side, int classes) {
        return whole.detector(architecture, side, classes);
    }
}
