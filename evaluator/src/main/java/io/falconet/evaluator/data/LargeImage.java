package io.falconet.evaluator.data;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An image file of which only a band of rows is held in memory at a time, at most so many pixels or the rows of one window.
 * Windows from top to bottom cost a decoding for each band, five for 100 megapixels; of a JPEG each goes as far down as its
 * band. Not thread-safe.
 */
public final class LargeImage implements Scenery {
    /** Pixels in memory; larger images are read in bands. */
    private static final int MOST_PIXELS = 24_000_000;

    private final Path file;
    private final ImageDecoder.Size size;
    private final int most;
    private final ImageDecoder decoder = new ImageDecoder();
    private Pixels band = new Pixels(new byte[0], 0, 0);
    private int bandTop;

    private LargeImage(Path file, ImageDecoder.Size size, int most) {
        this.file = file;
        this.size = size;
        this.most = most;
    }

    /**
     * The image of a file: a photograph in memory where it is small enough.
     *
     * @throws DatasetException where it is none
     */
    public static Scenery of(Path file) {
        return of(file, MOST_PIXELS);
    }

    /** The same with another measure of what is small enough. */
    static Scenery of(Path file, int most) {
        try {
            ImageDecoder.Size size = new ImageDecoder().size(file);
            return (long) size.width() * size.height() <= most
                    ? Photograph.read(file)
                    : new LargeImage(file, size, most);
        } catch (IOException e) {
            throw Photograph.unreadable(file, e);
        }
    }

    @Override
    public int width() {
        return size.width();
    }

    @Override
    public int height() {
        return size.height();
    }

    @Override
    public Pixels window(int left, int top, int columns, int rows) {
        if (top < bandTop || top + rows > bandTop + band.height()) {
            int fitting = Math.max(rows, most / size.width());
            band = decoded(new Rectangle(0, top, size.width(), Math.min(fitting, size.height() - top)), 1);
            bandTop = top;
        }
        return band.window(left, top - bandTop, columns, rows);
    }

    @Override
    public int shrinking() {
        return (int) Math.ceil(Math.sqrt((double) size.width() * size.height() / most));
    }

    /** Pixels are picked, not averaged. */
    @Override
    public Pixels shrunk() {
        band = new Pixels(new byte[0], 0, 0);
        return decoded(new Rectangle(0, 0, size.width(), size.height()), shrinking());
    }

    private Pixels decoded(Rectangle region, int every) {
        try {
            return decoder.decode(file, region, every);
        } catch (IOException e) {
            throw Photograph.unreadable(file, e);
        }
    }
}
