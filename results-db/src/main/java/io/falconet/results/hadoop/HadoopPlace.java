package io.falconet.results.hadoop;

import io.falconet.results.ArtifactPlace;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/**
 * A folder of a file system that Hadoop knows. It has a connection of its own, none that Spark uses in the same program.
 *
 * <p>A file gets its name in one step on HDFS. On S3, where renaming is copying, it appears there when the copy is whole: who
 * looks meanwhile finds none and stores the same content, which does no harm.
 */
final class HadoopPlace implements ArtifactPlace {
    private final URI address;
    private final Path folder;
    /** Null until it is needed: what asks for no artifact needs no namenode. */
    private FileSystem system;

    HadoopPlace(URI address) {
        this.address = address;
        this.folder = new Path(address);
    }

    private synchronized FileSystem system() throws IOException {
        if (system == null) {
            try {
                system = FileSystem.newInstance(address, settings());
            } catch (RuntimeException | LinkageError e) {
                // a host that nobody knows, or a class that is not there
                throw new IOException(e.getMessage(), e);
            }
        }
        return system;
    }

    /** Hadoop's own; ours over them; over both what the files say that are on the class path, by HADOOP_CONF_DIR. */
    private static Configuration settings() {
        Configuration settings = new Configuration();
        settings.setClassLoader(HadoopPlace.class.getClassLoader());
        settings.addResource(HadoopPlace.class.getResource("settings.xml"));
        settings.addResource("core-site.xml");
        settings.addResource("hdfs-site.xml");
        return settings;
    }

    private Path file(String path) {
        return path.isEmpty() ? folder : new Path(folder, path);
    }

    @Override
    public String address() {
        return address.toString();
    }

    @Override
    public void prepare() throws IOException {
        Question.answer(() -> system().mkdirs(folder));
        Path probe = unfinished(folder);
        written(probe, out -> out.write(1));
        system().delete(probe, false);
    }

    @Override
    public long bytes(String path) throws IOException {
        try {
            return Question.answer(() -> system().getFileStatus(file(path))).getLen();
        } catch (FileNotFoundException e) {
            throw missing(path, e);
        }
    }

    @Override
    public InputStream open(String path) throws IOException {
        try {
            return Question.answer(() -> system().open(file(path)));
        } catch (FileNotFoundException e) {
            throw missing(path, e);
        }
    }

    private NoSuchFileException missing(String path, FileNotFoundException cause) {
        NoSuchFileException missing = new NoSuchFileException(address(path));
        missing.initCause(cause);
        return missing;
    }

    @Override
    public void write(String path, Content content, Whole whole) throws IOException {
        Path file = file(path);
        Path unfinished = unfinished(file.getParent());
        try {
            written(unfinished, content);
            if (renamed(unfinished, file)) {
                return;
            }
            // HDFS renames over no file: is it what another has just stored, or a damaged one?
            if (whole.test()) {
                system().delete(unfinished, false);
                return;
            }
            system().delete(file, false);
            if (!renamed(unfinished, file)) {
                throw new IOException("Expected %s to be renamed to %s, it was not".formatted(unfinished, file));
            }
        } catch (IOException | RuntimeException e) {
            forget(unfinished, e);
            throw e;
        }
    }

    private static Path unfinished(Path folder) {
        return new Path(folder, "put-" + UUID.randomUUID() + ".tmp");
    }

    /** On the disks of its data nodes, where the file system can promise that. */
    private void written(Path file, Content content) throws IOException {
        FSDataOutputStream out = Question.answer(() -> system().create(file, true));
        try {
            content.to(out);
            if (out.hasCapability(StreamCapabilities.HSYNC)) {
                out.hsync();
            }
        } catch (IOException | RuntimeException e) {
            suppressing(e, out::close);
            throw e;
        }
        out.close();
    }

    /** A stream of HDFS that has failed is closed by throwing the same again, which no exception bears as its own. */
    private static void suppressing(Exception failure, Closeable work) {
        try {
            work.close();
        } catch (IOException e) {
            if (e != failure) {
                failure.addSuppressed(e);
            }
        }
    }

    private boolean renamed(Path from, Path to) throws IOException {
        try {
            return system().rename(from, to);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** What cannot be removed either is told by db check: a place that is out of reach need not be waited for again. */
    private void forget(Path unfinished, Exception failure) {
        if (failure instanceof IOException cause && trouble(cause).everywhere()) {
            return;
        }
        suppressing(failure, () -> system().delete(unfinished, false));
    }

    @Override
    public List<Entry> list(String path) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try {
            for (FileStatus found : Question.answer(() -> system().listStatus(file(path)))) {
                entries.add(new Entry(
                        found.getPath().getName(),
                        found.isDirectory(),
                        found.getLen(),
                        Instant.ofEpochMilli(found.getModificationTime())));
            }
        } catch (FileNotFoundException e) {
            return List.of();
        }
        entries.sort(Comparator.comparing(Entry::name));
        return entries;
    }

    @Override
    public Trouble trouble(IOException failure) {
        return HadoopTrouble.of(failure, address);
    }

    @Override
    public synchronized void close() {
        if (system != null) {
            try {
                system.close();
                system = null;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot let go of " + address + ".", e);
            }
        }
    }
}
