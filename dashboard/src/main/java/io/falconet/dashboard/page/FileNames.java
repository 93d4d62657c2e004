package io.falconet.dashboard.page;

/** Names of files that readers take away. */
public final class FileNames {
    private FileNames() {}

    /** The name with everything replaced that some file system or shell takes amiss. */
    public static String safe(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceFirst("^[.-]+", "_");
        return safe.isEmpty() ? "_" : safe;
    }
}
