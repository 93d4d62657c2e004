package io.falconet.dashboard.page;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import io.falconet.space.outcome.Objective;

/** A term of the field with what it means, for those who hover over it or reach it by keyboard. */
public final class Term extends Span {
    private static final long serialVersionUID = 1;

    /** A term and what it means. */
    public Term(String term, String meaning) {
        super(term);
        addClassName("term");
        getElement().setAttribute("tabindex", "0");
        Tooltip.forComponent(this).withText(meaning);
    }

    /** The same for a place that has the keyboard's focus itself, such as the header of a column. */
    public Term inFocus() {
        getElement().removeAttribute("tabindex");
        return this;
    }

    public static Term map50To95() {
        return new Term(
                "mAP50-95",
                "COCO's mean average precision: how well boxes are found and placed, averaged over classes and over overlaps (IoU) from 0.50 to 0.95. 1 is perfect.");
    }

    public static Term map50() {
        return new Term(
                "mAP50", "Mean average precision where a box counts as found at an overlap (IoU) of at least 0.50.");
    }

    public static Term bySize() {
        return new Term(
                "mAP small objects",
                "Mean average precision for objects under 32² pixels of the original image; medium ones have up to 96².");
    }

    public static Term latency() {
        return new Term(
                "Latency",
                "Median time of one inference of one image on the study's device, with half the width of the median's 95 % confidence interval. Two whose intervals overlap are a tie.");
    }

    public static Term parameters() {
        return new Term("Parameters", "Learned values that an inference uses: what the file's size follows.");
    }

    public static Term macs() {
        return new Term(
                "MACs",
                "Multiply-accumulates of all convolutions for one image. FLOPs in most papers are twice as many.");
    }

    /** A score without training. */
    public static Term score(Objective score) {
        return new Term(
                score.label(),
                switch (score) {
                    case SYNFLOW ->
                        "Synaptic flow of the untrained network, as a natural logarithm: how much of a signal its kernels pass on. More is meant to be better.";
                    case NASWOT ->
                        "How differently the untrained network sees sixteen training images. More is meant to be better.";
                    case JACOV ->
                        "How differently the untrained network answers changes of sixteen training images. More is meant to be better.";
                    case GRAD_NORM ->
                        "Size of the gradient that the first training step would have. More is meant to be better.";
                    case MAP50_95, MAP50, MAP_SMALL, LATENCY, PARAMETERS, MACS ->
                        throw new IllegalArgumentException(score.key() + " is no score without training.");
                });
    }

    public static Term macsByStage() {
        return new Term("MACs by stage", "Where in the network an inference's multiply-accumulates are spent.");
    }

    public static Term lineage() {
        return new Term(
                "Lineage",
                "Where this trial comes from: the trials that the search bred it from, back to one that had no parents, and what each changed.");
    }

    public static Term front() {
        return new Term(
                "Pareto front",
                "The trials that no other trial beats in all of the study's objectives at once: the ones to choose from.");
    }

    public static Term importance() {
        return new Term(
                "Which decisions matter",
                "How much of the differences between networks follows from each decision, over the whole space: by a forest of regression trees that learned it from the trials (functional ANOVA; Hutter, Hoos and Leyton-Brown, 2014).");
    }

    public static Term trust() {
        return new Term(
                "How far to trust the ranking",
                "A search trains each network briefly. Some of them trained for longer, in any study of this store, tell whether that ranks them alike.");
    }

    public static Term hypervolume() {
        return new Term(
                "Hypervolume",
                "How much of the space of objectives the front dominates: 0 is nothing, 1 would be one detector that is best in everything. It grows as the search finds better trade-offs.");
    }
}
