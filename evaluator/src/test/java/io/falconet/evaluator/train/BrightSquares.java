package io.falconet.evaluator.train;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.GroundTruth;
import io.falconet.evaluator.data.Sample;
import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** The easiest task of all: red and green squares on black, and a detector that is large enough for it. */
final class BrightSquares {
    static final int SIDE = 64;

    private BrightSquares() {}

    static Dataset dataset(Path folder, int images, long seed) throws IOException {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            List<GroundTruth> objects = new ArrayList<>();
            for (int half = 0; half < 2; half++) {
                int side = 10 + random.nextInt(8);
                int x = half * SIDE / 2 + random.nextInt(SIDE / 2 - side);
                int y = random.nextInt(SIDE - side);
                int kind = random.nextInt(2);
                graphics.setColor(kind == 0 ? Color.RED : Color.GREEN);
                graphics.fillRect(x, y, side, side);
                objects.add(new GroundTruth(kind, x, y, side, side, side * side, false, 2L * i + half + 1));
            }
            graphics.dispose();
            Path file = folder.resolve(seed + "-" + i + ".png");
            ImageIO.write(image, "png", file.toFile());
            samples.add(new Sample(file, file.getFileName().toString(), i + 1, SIDE, SIDE, objects));
        }
        return new Dataset(List.of("red", "green"), samples, "squares-" + images + "-" + seed);
    }

    static Detector detector() {
        GflFormat format = new GflFormat(2, 7, List.of(8));
        return detector(format, format.channels());
    }

    static Detector anchored() {
        AnchorFormat format = AnchorFormat.yolov5(2, List.of(8), List.of(List.of(60, 60, 70, 70, 90, 80)));
        return detector(format, format.channels(format.levels().get(0)));
    }

    private static Detector detector(DetectionFormat format, int channels) {
        NetworkBuilder network = NetworkBuilder.of(Shape.image(SIDE, SIDE));
        Node x = network.input();
        int[] widths = {8, 16, 24};
        for (int i = 0; i < widths.length; i++) {
            x = network.scope("down" + i).convNormActivate(x, Conv.dense(widths[i], 3, 2), Activation.RELU);
        }
        x = network.scope("wide").convNormActivate(x, Conv.dense(24, 3, 1), Activation.RELU);
        Node output = network.scope("head").conv(x, Conv.pointwiseWithBias(channels));
        return new Detector(network.build(List.of(output)), format);
    }
}
