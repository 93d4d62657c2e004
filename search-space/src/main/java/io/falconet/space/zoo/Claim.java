package io.falconet.space.zoo;

/**
 * What a publication says that a model costs, word for word, beside which Falconet prints what it does cost.
 *
 * @param where the publication and the place in it
 * @param parameters as printed, such as {@code 1.9M}; empty where nothing is said
 * @param operations as printed, such as {@code 4.5G}; empty where nothing is said
 * @param verdict how the claim relates to what the code gives; empty where it is simply right
 */
public record Claim(String where, String parameters, String operations, String verdict) {
    /** A claim that is right once rounded. */
    public static Claim right(String where, String parameters, String operations) {
        return new Claim(where, parameters, operations, "");
    }
}
