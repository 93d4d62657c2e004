package io.falconet.evaluator.synthetic;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A data set of drones, balloons, kites and planes of 10 to 40 pixels over sky, land and sea, among birds, trees and
 * boats that are not labelled. One image in twelve is large; its objects are larger too, but not as much as the image.
 * Every image follows from the seed and its number alone.
 *
 * <pre>{@code
 * SyntheticDataset.Location files = new SyntheticDataset(240, 60, 1).write(folder, done -> {});
 * Reading reading = CocoReader.read(files.train(), files.images());
 * }</pre>
 *
 * @param trainImages images to learn from
 * @param validationImages images to be judged by
 */
public record SyntheticDataset(int trainImages, int validationImages, long seed) {
    private static final int WIDTH = 416;
    private static final int HEIGHT = 416;
    private static final int LARGE_WIDTH = 1280;
    private static final int LARGE_HEIGHT = 960;
    /** One image in so many is large. */
    private static final int LARGE_EVERY = 12;
    /** One image in so many is a PNG, the others are JPEG. */
    private static final int PNG_EVERY = 10;

    private static final float JPEG_QUALITY = 0.92f;

    public SyntheticDataset {
        if (trainImages < 1 || validationImages < 1) {
            throw new IllegalArgumentException("At least one image to learn from and one to judge by were expected, "
                    + "found %d and %d.".formatted(trainImages, validationImages));
        }
    }

    /** Where a written data set lies: COCO annotations, and the folder of the images of both. */
    public record Location(Path train, Path validation, Path images) {}

    private enum Part {
        TRAIN,
        VAL
    }

    /**
     * Writes {@code train.json}, {@code val.json} and the folder {@code images}, over what is there.
     *
     * @param progress told after each image how many are done; by several threads
     * @throws UncheckedIOException where an image cannot be written
     */
    public Location write(Path folder, IntConsumer progress) throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        Path train = folder.resolve("train.json");
        Path validation = folder.resolve("val.json");
        write(Part.TRAIN, trainImages, images, train, progress);
        write(Part.VAL, validationImages, images, validation, done -> progress.accept(trainImages + done));
        return new Location(train, validation, images);
    }

    private void write(Part part, int count, Path images, Path annotations, IntConsumer progress) throws IOException {
        CocoDocument document = new CocoDocument();
        AtomicInteger done = new AtomicInteger();
        List<CocoDocument.Entry> entries = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> {
                    CocoDocument.Entry entry = paint(part, i, images);
                    progress.accept(done.incrementAndGet());
                    return entry;
                })
                .toList();
        entries.forEach(document::add);
        document.write(annotations);
    }

    private CocoDocument.Entry paint(Part part, int index, Path images) {
        boolean large = index % LARGE_EVERY == LARGE_EVERY - 1;
        int width = large ? LARGE_WIDTH : WIDTH;
        int height = large ? LARGE_HEIGHT : HEIGHT;
        Scene scene = Scene.paint(width, height, random(part, index));
        String format = index % PNG_EVERY == PNG_EVERY - 1 && !large ? "png" : "jpg";
        String name = "%s-%04d.%s".formatted(part.name().toLowerCase(Locale.ROOT), index + 1, format);
        try {
            Files.write(images.resolve(name), encoded(scene.image(), format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CocoDocument.Entry(name, width, height, scene.objects());
    }

    /** An image's own randomness, so that asking for more images changes none of the others. */
    private SplittableRandom random(Part part, int index) {
        long stream = new SplittableRandom(2 * seed + part.ordinal()).nextLong();
        return new SplittableRandom(stream + index * 0x9E3779B97F4A7C15L).split();
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam options = writer.getDefaultWriteParam();
            if (format.equals("jpg")) {
                options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                options.setCompressionQuality(JPEG_QUALITY);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), options);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
