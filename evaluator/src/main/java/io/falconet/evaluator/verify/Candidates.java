package io.falconet.evaluator.verify;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.space.catalog.AuthorsCall;
import io.falconet.space.catalog.AuthorsModel;
import io.falconet.space.catalog.Catalog;
import io.falconet.space.catalog.CatalogEntry;
import io.falconet.space.catalog.CatalogModel;
import io.falconet.space.catalog.CatalogModels;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The networks of the catalog for which a vector's constructor may stand: one for a block, all of a family for a model. */
final class Candidates {
    private static final String CONSTRUCTOR = "constructor";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Candidates() {}

    /**
     * The networks that may be the reference's, at least one.
     *
     * @throws VectorException if the catalog has none
     */
    static List<Candidate> of(Section vector, List<Shape> inputs) {
        Section constructor = vector.at(CONSTRUCTOR);
        return constructor.has("block") ? List.of(block(vector, constructor, inputs)) : models(vector, inputs);
    }

    private static Candidate block(Section vector, Section constructor, List<Shape> inputs) {
        AuthorsCall call = new AuthorsCall(
                constructor.text("variant"),
                constructor.text("block"),
                JSON.convertValue(constructor.optional("args"), new TypeReference<List<Object>>() {}),
                arguments(constructor.optional("kwargs")));
        CatalogEntry entry = Catalog.entry(call)
                .orElseThrow(() -> new VectorException(
                        "Expected a block of the catalog, found %s of %s. Maybe the catalog does not have it yet: a family under io.falconet.space.catalog names its blocks."
                                .formatted(call.block(), call.variant())));
        NetworkBuilder network = NetworkBuilder.of(inputs, norm(vector));
        return new Candidate(
                call.block(), network.build(entry.part().append(network, network.inputs())), entry.names());
    }

    private static List<Candidate> models(Section vector, List<Shape> inputs) {
        AuthorsModel model = new AuthorsModel(vector.text("source"), arguments(vector.optional(CONSTRUCTOR)));
        List<CatalogModel> known = CatalogModels.candidates(model);
        if (known.isEmpty()) {
            throw new VectorException(
                    "Expected a model of the zoo, found %s with %s. Maybe the zoo does not have it yet: falconet zoo lists it."
                            .formatted(model.source(), model.arguments()));
        }
        if (inputs.size() != 1) {
            throw new VectorException(
                    "Expected one input, the image, found %d. Maybe the vector is of a part of a model."
                            .formatted(inputs.size()));
        }
        return known.stream()
                .map(each -> new Candidate(
                        each.model().name(),
                        each.model()
                                .recipe()
                                .build(inputs.get(0), each.classes())
                                .network(),
                        each.names()))
                .toList();
    }

    private static Map<String, Object> arguments(JsonNode node) {
        return JSON.convertValue(node, new TypeReference<Map<String, Object>>() {});
    }

    private static BatchNorm norm(Section vector) {
        double[] epsilons = vector.has("bn_eps") ? vector.numbers("bn_eps") : new double[0];
        if (Arrays.stream(epsilons).distinct().count() > 1) {
            throw new VectorException(
                    "Expected one epsilon for all batch norms of a block, found %s. Maybe the block is a whole model."
                            .formatted(Arrays.toString(epsilons)));
        }
        BatchNorm standard = BatchNorm.STANDARD;
        return epsilons.length == 0 ? standard : new BatchNorm(epsilons[0], standard.momentum());
    }
}
