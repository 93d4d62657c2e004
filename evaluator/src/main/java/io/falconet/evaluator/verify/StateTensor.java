package io.falconet.evaluator.verify;

import io.falconet.evaluator.engine.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A tensor of the reference, which its number and the {@link FillRule} fill.
 *
 * @param name as the authors call it
 * @param dimensions outermost first; none for a single number
 * @param kind decides the range of the values
 * @param number in the {@link FillRule}
 */
record StateTensor(String name, List<Integer> dimensions, Kind kind, int number) {
    /** What a tensor is, and with it the range of its values. */
    enum Kind {
        /** A kernel: uniform, with variance {@code 2 / fan-in}. */
        WEIGHT {
            @Override
            double value(double uniform, double bound) {
                return (2 * uniform - 1) * bound;
            }
        },
        /** A norm's gain. */
        GAIN {
            @Override
            double value(double uniform, double bound) {
                return 0.75 + 0.5 * uniform;
            }
        },
        BIAS {
            @Override
            double value(double uniform, double bound) {
                return (2 * uniform - 1) * 0.1;
            }
        },
        BN_MEAN {
            @Override
            double value(double uniform, double bound) {
                return (2 * uniform - 1) * 0.1;
            }
        },
        BN_VAR {
            @Override
            double value(double uniform, double bound) {
                return 0.5 + uniform;
            }
        };

        /**
         * A value from a number in [0, 1).
         *
         * @param bound of a kernel's values
         */
        abstract double value(double uniform, double bound);

        static Kind named(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new VectorException(
                            "Expected a tensor's kind as one of %s, or keep, found %s. Maybe the file comes from another version."
                                    .formatted(
                                            Arrays.stream(values())
                                                    .map(Kind::text)
                                                    .collect(Collectors.joining(", ")),
                                            text)));
        }

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Constants that the reference keeps as they are: nothing fills them and the catalog has no node for them. */
    static boolean kept(Section tensor) {
        return tensor.text("kind").equals("keep");
    }

    static StateTensor read(Section tensor) {
        List<Integer> dimensions = tensor.sizes("shape");
        return new StateTensor(tensor.text("name"), dimensions, Kind.named(tensor.text("kind")), tensor.integer("k"));
    }

    /** The tensor with its values, computed in double precision and rounded once. */
    Tensor filled() {
        float[] values = new float[dimensions.stream().reduce(1, Math::multiplyExact)];
        double bound = dimensions.isEmpty() ? 0 : Math.sqrt(6.0 * dimensions.get(0) / values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) kind.value(FillRule.uniform(number, i), bound);
        }
        return new Tensor(dimensions, values);
    }
}
