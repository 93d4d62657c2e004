package io.falconet.dashboard.study.board;

import io.falconet.space.outcome.Objective;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Some of many trials, to be drawn in the place of all: a part of them by chance, and of each region of the drawing in
 * which none of those lies, one. The same trials give the same sample; those that come later hardly change it, for what
 * is left to chance hangs on a trial's number alone.
 */
public final class Sample {
    private static final int COLUMNS = 48;
    private static final int ROWS = 30;

    private Sample() {}

    /**
     * Chooses.
     *
     * @param most how many to choose by chance
     * @return numbers, rising; all of them where they are no more than that
     */
    public static int[] of(int[] numbers, int most) {
        if (numbers.length <= most) {
            return numbers;
        }
        int[] chances = Arrays.stream(numbers).map(Sample::chance).sorted().toArray();
        int limit = chances[most];
        return Arrays.stream(numbers).filter(number -> chance(number) < limit).toArray();
    }

    /** The same, and one of each region of the plane of two objectives in which none of those lies. */
    public static int[] of(int[] numbers, int most, Board board, Objective x, Objective y) {
        int[] chosen = of(numbers, most);
        if (chosen.length == numbers.length) {
            return chosen;
        }
        Cells across = Cells.of(numbers, board, x, COLUMNS);
        Cells up = Cells.of(numbers, board, y, ROWS);
        BitSet drawn = new BitSet();
        Arrays.stream(chosen).forEach(number -> drawn.set(across.cell(number) * ROWS + up.cell(number)));
        IntStream.Builder lone = IntStream.builder();
        for (int number : numbers) {
            int cell = across.cell(number) * ROWS + up.cell(number);
            if (!drawn.get(cell)) {
                drawn.set(cell);
                lone.add(number);
            }
        }
        return IntStream.concat(Arrays.stream(chosen), lone.build()).sorted().toArray();
    }

    /** A number that looks like drawn by lot (the finaliser of SplitMix, Steele and others, 2014). */
    private static int chance(int number) {
        int mixed = number * 0x9E3779B9;
        mixed = (mixed ^ mixed >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }

    /** An axis in equal parts. */
    private record Cells(Board board, Objective objective, double least, double width, int count) {
        static Cells of(int[] numbers, Board board, Objective objective, int count) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int number : numbers) {
                double value = board.trials().value(objective, number);
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
            return new Cells(board, objective, least, (greatest - least) / count, count);
        }

        int cell(int number) {
            double value = board.trials().value(objective, number);
            return width > 0 ? (int) Math.min(count - 1, (value - least) / width) : 0;
        }
    }
}
