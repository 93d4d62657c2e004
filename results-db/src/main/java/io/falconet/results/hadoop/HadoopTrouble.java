package io.falconet.results.hadoop;

import io.falconet.results.ArtifactPlace.Trouble;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.hdfs.BlockMissingException;
import org.apache.hadoop.hdfs.protocol.QuotaExceededException;
import org.apache.hadoop.ipc.RemoteException;
import org.apache.hadoop.security.AccessControlException;

/** What people can do about Hadoop's failures, by their types, and by their words where they have no type of their own. */
enum HadoopTrouble {
    DAMAGED(false, "Maybe its disk is damaged: falconet reproduce makes it again.", ChecksumException.class),
    BLOCKS(false, "Maybe the data nodes that have its blocks are down: hdfs fsck tells.", BlockMissingException.class),
    REFUSED(true, "", AccessControlException.class, AccessDeniedException.class),
    QUOTA(true, "Maybe the folder's quota is used up: hdfs dfsadmin sets it.", QuotaExceededException.class),
    NOBODY(true, "Maybe the host's name is misspelled, or no name server knows it.", UnknownHostException.class),
    SILENT(
            true,
            "Maybe the server is down, or its host or port is another.",
            ConnectException.class,
            EOFException.class,
            NoRouteToHostException.class,
            SocketTimeoutException.class),
    NO_SYSTEM(true, "", UnsupportedFileSystemException.class, ClassNotFoundException.class, LinkageError.class),
    SAFE_MODE(true, "Maybe the namenode has just started: try again in a minute.", "safe mode"),
    NO_DATA_NODE(true, "Maybe all data nodes are down, or their disks are full.", "could only be written to"),
    NO_BUCKET(true, "Maybe the bucket's name is misspelled, or it is in another region.", "bucket does not exist"),
    OTHER(true, "Maybe what the file system itself has logged tells more.");

    private final boolean everywhere;
    private final String remedy;
    private final List<Class<?>> types;
    private final Optional<String> words;

    HadoopTrouble(boolean everywhere, String remedy, Class<?>... types) {
        this.everywhere = everywhere;
        this.remedy = remedy;
        this.types = List.of(types);
        this.words = Optional.empty();
    }

    HadoopTrouble(boolean everywhere, String remedy, String words) {
        this.everywhere = everywhere;
        this.remedy = remedy;
        this.types = List.of();
        this.words = Optional.of(words);
    }

    /** What a failure of the file system at an address means. */
    static Trouble of(IOException failure, URI address) {
        List<Throwable> causes = Stream.iterate((Throwable) failure, Objects::nonNull, HadoopTrouble::cause)
                .limit(20)
                .toList();
        HadoopTrouble kind = Arrays.stream(values())
                .filter(each -> causes.stream().anyMatch(each::fits))
                .findFirst()
                .orElse(OTHER);
        return new Trouble(kind.everywhere, reason(failure), Optional.of(kind.remedy(address)));
    }

    /** A server's failure names its type as text. */
    private static Throwable cause(Throwable failure) {
        if (failure instanceof RemoteException remote) {
            IOException told = remote.unwrapRemoteException();
            return told == remote ? null : told;
        }
        return failure.getCause();
    }

    private boolean fits(Throwable failure) {
        return types.stream().anyMatch(type -> type.isInstance(failure))
                || words.filter(String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT)::contains)
                        .isPresent();
    }

    private String remedy(URI address) {
        return switch (this) {
            case REFUSED ->
                "s3a".equals(address.getScheme())
                        ? "Maybe the keys are those of another: AWS_ACCESS_KEY_ID, or core-site.xml in HADOOP_CONF_DIR, names them."
                        : "Maybe let this user write there, hdfs dfs -chown, or name another: HADOOP_USER_NAME.";
            case NO_SYSTEM ->
                "s3a".equals(address.getScheme())
                        ? "Maybe build with what reads S3, once: FALCONET_BUILD=-Ps3a. Or name the jars of hadoop-aws and of the AWS SDK: FALCONET_CLASSPATH."
                        : "Maybe name the jar that reads %s addresses: FALCONET_CLASSPATH."
                                .formatted(address.getScheme());
            case DAMAGED, BLOCKS, QUOTA, NOBODY, SILENT, SAFE_MODE, NO_DATA_NODE, NO_BUCKET, OTHER -> remedy;
        };
    }

    /** The first line, without the page of Hadoop's wiki. */
    private static String reason(IOException failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.lines()
                .findFirst()
                .orElse(failure.toString())
                .split("; For more details", 2)[0]
                .strip();
    }
}
