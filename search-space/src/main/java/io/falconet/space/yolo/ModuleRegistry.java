package io.falconet.space.yolo;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the names of modules stand for. To add a module, say in a class like {@code GsConvModules} which arguments it takes
 * and which block that makes, and add its registry to the {@link YoloDialect}s that have it:
 *
 * <pre>{@code
 * static ModuleRegistry registry() {
 *     return ModuleRegistry.of(Map.of(
 *             "SPPCSP", YoloModule.deep(arguments -> new SppCsp(arguments.channels(), arguments.activation()))));
 * }
 * }</pre>
 *
 * Detect, which ends each list, is no module.
 *
 * @param modules by name
 */
public record ModuleRegistry(Map<String, YoloModule> modules) {
    public ModuleRegistry {
        modules = Collections.unmodifiableMap(new TreeMap<>(modules));
    }

    /** A registry of those modules. */
    public static ModuleRegistry of(Map<String, YoloModule> modules) {
        return new ModuleRegistry(modules);
    }

    /** These modules and others; of two with one name the other counts. */
    public ModuleRegistry and(ModuleRegistry others) {
        Map<String, YoloModule> all = new TreeMap<>(modules);
        all.putAll(others.modules);
        return new ModuleRegistry(all);
    }

    /** The names of the modules, in the alphabet's order. */
    public Set<String> names() {
        return modules.keySet();
    }

    /**
     * The module of that name.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    public YoloModule module(String name) {
        YoloModule module = modules.get(name);
        if (module == null) {
            throw new IllegalArgumentException(
                    "A module is expected, one of %s, found \"%s\". Maybe another dialect has it."
                            .formatted(String.join(", ", modules.keySet()), name));
        }
        return module;
    }
}
