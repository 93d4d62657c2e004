package io.falconet.space.yolo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tells which modules of a list YOLOv5 as published does not have. */
public final class CustomModules {
    /**
     * A module that has to be added.
     *
     * @param meaning what it does, or whose code has it; goes on after the name
     */
    public record Module(String name, String meaning) {}

    private CustomModules() {}

    /** The modules by name. */
    public static List<Module> of(YoloSpec spec) {
        Set<String> names = new TreeSet<>();
        spec.rows().forEach(row -> names.add(row.module()));
        Set<String> custom = new TreeSet<>(spec.dialect().own().names());
        custom.add(YoloRow.GFL_DETECT);
        custom.add(YoloRow.FCOS_DETECT);
        names.retainAll(custom);
        Map<String, String> meanings = OperatorModules.meanings();
        String elsewhere = ": as in " + spec.dialect().label();
        return names.stream()
                .map(name -> new Module(
                        name,
                        spec.dialect() == YoloDialect.OPERATORS ? meanings.getOrDefault(name, elsewhere) : elsewhere))
                .toList();
    }
}
