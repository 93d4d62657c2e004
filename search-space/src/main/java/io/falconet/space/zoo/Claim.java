package io.falconet.space.zoo;

import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Shape;

/**
 * What a publication says that a model costs, word for word, beside which Falconet prints what it does cost.
 *
 * @param where the publication and the place in it
 * @param side of the square images for which it is said; 0 for those that the model was published for
 * @param parameters as printed, such as {@code 1.9M}; empty where nothing is said
 * @param operations as printed, such as {@code 4.5G}; empty where nothing is said
 * @param verdict how the claim relates to what the code gives; empty where it is simply right
 */
public record Claim(String where, int side, String parameters, String operations, String verdict) {
    /** A claim about the images that the model was published for. */
    public Claim(String where, String parameters, String operations, String verdict) {
        this(where, 0, parameters, operations, verdict);
    }

    /** A claim that is right once rounded. */
    public static Claim right(String where, String parameters, String operations) {
        return new Claim(where, parameters, operations, "");
    }

    /** The same claim about square images of that side. */
    public Claim at(int otherSide) {
        return new Claim(where, otherSide, parameters, operations, verdict);
    }

    /** Whether the claim is simply right. */
    public boolean right() {
        return verdict.isEmpty();
    }

    /** The images for which it is said. */
    public Shape image(ZooModel model) {
        return side == 0 ? model.image() : Shape.image(side, side);
    }

    /** What the model does cost for these images. */
    public Complexity truth(ZooModel model) {
        return model.recipe().build(image(model), model.classes()).complexity();
    }
}
