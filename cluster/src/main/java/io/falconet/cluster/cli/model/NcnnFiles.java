package io.falconet.cluster.cli.model;

import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.evaluator.export.ncnn.NcnnModel;
import io.falconet.evaluator.export.ncnn.NcnnWriter;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Network;
import io.falconet.space.zoo.ZooNetwork;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A model for ncnn: two files a network. */
public final class NcnnFiles {
    /** The layers. */
    public static final String PARAM = "model.param";
    /** Their values. */
    public static final String BIN = "model.bin";
    /** The layers of what is run on the regions that the model proposes. */
    public static final String SECOND_STAGE_PARAM = "second-stage.param";
    /** Their values. */
    public static final String SECOND_STAGE_BIN = "second-stage.bin";

    private NcnnFiles() {}

    /**
     * The content of each file by name, made when it is asked for; what ncnn cannot say is then a {@link
     * io.falconet.cluster.driver.RequestException}.
     *
     * @param built the model, built when a file is asked for: what is stored may be older than what can be built
     * @param weights of its network
     */
    static Map<String, Supplier<byte[]>> of(Supplier<ZooNetwork> built, Function<Network, Weights> weights) {
        return files(PARAM, BIN, () -> {
            ZooNetwork model = built.get();
            return NcnnWriter.write(model.network(), outputs(model), weights.apply(model.network()));
        });
    }

    /** The same of what is run on the regions that a model proposes. */
    static Map<String, Supplier<byte[]>> secondStage(Network stage, Function<Network, Weights> weights) {
        return files(
                SECOND_STAGE_PARAM,
                SECOND_STAGE_BIN,
                () -> NcnnWriter.write(stage, OnnxWriter.outputs(stage), weights.apply(stage)));
    }

    private static List<String> outputs(ZooNetwork model) {
        return model.format()
                .map(format -> OnnxWriter.outputs(new Detector(model.network(), format)))
                .orElseGet(() -> OnnxWriter.outputs(model.network()));
    }

    private static Map<String, Supplier<byte[]>> files(String param, String bin, Supplier<NcnnModel> model) {
        Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
        files.put(param, () -> Requests.check(model).param().getBytes(StandardCharsets.UTF_8));
        files.put(bin, () -> Requests.check(model).bin());
        return files;
    }
}
