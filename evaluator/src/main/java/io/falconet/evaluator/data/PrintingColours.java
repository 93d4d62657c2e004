package io.falconet.evaluator.data;

import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/**
 * A JPEG in printing colours: cyan, magenta, yellow and black (CMYK), the first three maybe as brightness and two colour
 * differences (YCCK). Of its values the JDK makes no RGB. They are taken to be stored as Adobe's programs do, 255 for no
 * ink, whatever the file says of itself, and converted without a colour profile, as Pillow does both: a colour is its own
 * value times that of black.
 *
 * @param differences whether it is YCCK
 */
record PrintingColours(boolean differences) {
    private static final int INKS = 4;
    private static final int START = 0xffd8;
    private static final int ADOBE = 0xffee;
    private static final int SCAN = 0xffda;
    /** Bytes of Adobe's segment before the one that tells the colours: its name, and three numbers of two bytes. */
    private static final int BEFORE_TRANSFORM = 11;
    /** Bytes of a frame's segment before the number of its colours: precision, height and width. */
    private static final int BEFORE_COLOURS = 5;

    private static final int YCCK = 2;

    /** What a JPEG is in, by its header; nothing for grey and RGB. The stream stays where it is. */
    static Optional<PrintingColours> of(ImageInputStream stream) throws IOException {
        long at = stream.getStreamPosition();
        stream.seek(0);
        try {
            return read(stream);
        } catch (EOFException e) {
            return Optional.empty(); // the decoder tells of it
        } finally {
            stream.seek(at);
        }
    }

    private static Optional<PrintingColours> read(ImageInputStream stream) throws IOException {
        int colours = 0;
        int transform = 0;
        if (stream.readUnsignedShort() != START) {
            return Optional.empty();
        }
        for (int marker = marker(stream); marker > 0xff00 && marker != SCAN; marker = marker(stream)) {
            long end = stream.getStreamPosition() + Math.max(2, stream.readUnsignedShort());
            if (frame(marker)) {
                stream.skipBytes(BEFORE_COLOURS);
                colours = stream.readUnsignedByte();
            } else if (marker == ADOBE && end - stream.getStreamPosition() > BEFORE_TRANSFORM) {
                stream.skipBytes(BEFORE_TRANSFORM);
                transform = stream.readUnsignedByte();
            }
            stream.seek(end);
        }
        return colours == INKS ? Optional.of(new PrintingColours(transform == YCCK)) : Optional.empty();
    }

    /** The next one, which may stand after any number of filling bytes. */
    private static int marker(ImageInputStream stream) throws IOException {
        int marker = stream.readUnsignedShort();
        while (marker == 0xffff) {
            marker = 0xff00 | stream.readUnsignedByte();
        }
        return marker;
    }

    /** Whether a segment describes a frame; among its numbers are those of tables for its codes and an extension. */
    private static boolean frame(int marker) {
        return marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc;
    }

    /** The colours of what was decoded. */
    Pixels pixels(Raster raster) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int area = width * height;
        byte[] planes = new byte[3 * area];
        int[] row = new int[INKS * width];
        int[] inks = new int[3];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                inks(row, INKS * x, inks);
                int black = row[INKS * x + 3];
                for (int c = 0; c < 3; c++) {
                    planes[c * area + y * width + x] = (byte) ((inks[c] * black + 127) / 255);
                }
            }
        }
        return new Pixels(planes, width, height);
    }

    /** Cyan, magenta and yellow as stored, 255 for no ink. */
    private void inks(int[] row, int at, int[] into) {
        if (!differences) {
            System.arraycopy(row, at, into, 0, 3);
            return;
        }
        double blue = row[at + 1] - 128;
        double red = row[at + 2] - 128;
        into[0] = inverted(row[at] + 1.402 * red);
        into[1] = inverted(row[at] - 0.344136 * blue - 0.714136 * red);
        into[2] = inverted(row[at] + 1.772 * blue);
    }

    private static int inverted(double colour) {
        return 255 - (int) Math.max(0, Math.min(255, Math.round(colour)));
    }
}
