package io.falconet.evaluator.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip of a model's files under construction. The same files give the same bytes whenever they are written: entries stand in
 * the order in which they are added, all with one date, and are stored as they are, since weights hardly shrink and
 * compressors differ.
 */
public final class ModelArchive implements Closeable {
    /** Early, but later than the first day that a zip can tell, which Java writes by the local time zone. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;
    private final String folder;

    /**
     * @param out takes the zip, and is closed with it
     * @param folder in which the files lie once they are unpacked
     */
    public ModelArchive(OutputStream out, String folder) {
        this.zip = new ZipOutputStream(out);
        this.folder = folder;
    }

    /** Appends a file of up to 2 GB. */
    public void add(String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(folder + "/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(DATE);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
