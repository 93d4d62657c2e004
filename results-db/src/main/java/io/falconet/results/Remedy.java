package io.falconet.results;

/** What may help where a database failed, by the code (SQLSTATE) that H2 and PostgreSQL give the error. */
final class Remedy {
    private static final String DISK =
            "Maybe the disk is full or gone, or the file belongs to another user. What was recorded stays.";

    private Remedy() {}

    /**
     * The last line of a message.
     *
     * @param otherwise where the code tells nothing
     */
    static String of(ResultsException failure, String otherwise) {
        if (failure.disk()) {
            return DISK;
        }
        return switch (failure.sqlState().orElse("")) {
            case "28000", "28P01" -> "Maybe the user or the password in its address is wrong.";
            case "90020" -> "Maybe a program that has it open does not share it; close that program and try again.";
            case "90047", "90048", "90030" ->
                "Maybe it was written by another version of Falconet; use one version for all that share it.";
            case "90028", "90031", "53100" -> DISK;
            case "90097", "25006" ->
                "Maybe its disk is read-only, or its server is a standby: make it writable, or name another database.";
            case "42501" -> "Maybe the user in its address may not write there: GRANT it to them.";
            case "3D000" -> "Maybe create that database first: createdb.";
            case "08001", "08004", "08006" -> "Maybe the server is down, or its host or port is another.";
            default -> otherwise;
        };
    }
}
