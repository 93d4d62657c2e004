package io.falconet.space.catalog;

import io.falconet.space.zoo.ZooModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How one group of authors builds its models.
 *
 * @param authors and project, as sources start, and as the zoo's models have it
 * @param understood the arguments by which the models differ
 * @param zooNames from a call to an expression for the names in the zoo; empty where the arguments name nothing
 * @param tensors how the authors' tensors are called in all of these models
 */
record AuthorsZoo(
        String authors,
        Set<String> understood,
        Function<AuthorsModel, Optional<String>> zooNames,
        AuthorsNames tensors) {
    /** What authors call the number of classes. */
    private static final List<String> CLASSES = List.of("nc", "classes", "num_classes", "n_class");
    /** Arguments that explain a reference and build nothing. */
    private static final Set<String> REMARKS = Set.of("note", "output", "outputs", "input_size");

    /**
     * Models that a configuration file describes, which is named like the model, often with the side of its images behind.
     * Of a model with revisions all may be meant.
     */
    static AuthorsZoo configured(String authors, String argument) {
        return new AuthorsZoo(
                authors,
                Set.of(argument),
                call -> call.text(argument).map(AuthorsZoo::stem).map(AuthorsZoo::namesOf),
                AuthorsNames.SAME);
    }

    /** Models that arguments describe. */
    static AuthorsZoo built(String authors, Set<String> understood, Function<AuthorsModel, String> zooNames) {
        return new AuthorsZoo(authors, understood, zooNames.andThen(Optional::of), AuthorsNames.SAME);
    }

    AuthorsZoo naming(AuthorsNames names) {
        return new AuthorsZoo(authors, understood, zooNames, names);
    }

    /** The models that such a call may build; none if it is not these authors', or has an argument unheard of. */
    List<CatalogModel> candidates(AuthorsModel call) {
        boolean known = call.arguments().keySet().stream()
                .allMatch(name -> understood.contains(name) || CLASSES.contains(name) || REMARKS.contains(name));
        if (!known || !call.source().startsWith(authors)) {
            return List.of();
        }
        return zooNames.apply(call).map(expression -> Pattern.compile(expression, Pattern.CASE_INSENSITIVE)).stream()
                .flatMap(names -> ZooModel.all().stream()
                        .filter(model -> model.source().equals(authors) && answers(model, names)))
                .map(model -> new CatalogModel(model, classes(call, model), tensors))
                .toList();
    }

    private static boolean answers(ZooModel model, Pattern names) {
        return Stream.concat(Stream.of(model.name()), model.aliases().stream())
                .anyMatch(name -> names.matcher(name).matches());
    }

    private static int classes(AuthorsModel call, ZooModel model) {
        return CLASSES.stream()
                .filter(call.arguments()::containsKey)
                .findFirst()
                .map(name -> call.number(name, model.classes()))
                .orElse(model.classes());
    }

    private static String namesOf(String stem) {
        String withoutSide = stem.replaceFirst("[-_]\\d{3,4}$", "");
        return "(%s|%s)(@\\w+)?".formatted(Pattern.quote(stem), Pattern.quote(withoutSide));
    }

    private static String stem(String path) {
        return path.replaceAll("^.*/", "").replaceAll("\\.[^.]*$", "");
    }
}
