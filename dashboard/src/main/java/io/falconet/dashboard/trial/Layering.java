package io.falconet.dashboard.trial;

import io.falconet.dashboard.trial.Outline.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places parts in rows so that flows run downwards and cross little (Sugiyama, Tagawa and Toda, 1981): rows by the
 * longest way from the input, bends where a flow passes a row, order by the mean of the neighbours, and then columns as
 * near to the neighbours as the widths allow. A flow against the order of the parts bends the drawing, not the rows.
 *
 * @param places where each part and each bend is, parts first
 * @param ways for each flow the places that it runs through, both ends included
 */
record Layering(List<Place> places, List<List<Integer>> ways) {
    private static final int SWEEPS = 8;

    /**
     * A part's or bend's middle.
     *
     * @param row from 0 downwards
     * @param x middle across, in pixels, any origin
     */
    record Place(int row, double x) {}

    /**
     * Lays out.
     *
     * @param parts how many there are, each before those that read it
     * @param flows which reads which
     * @param width room that a part takes across, in pixels
     * @param bend room that a passing flow takes
     */
    static Layering of(int parts, List<Flow> flows, double width, double bend) {
        int[] rows = new int[parts];
        for (int part = 0; part < parts; part++) {
            for (Flow flow : flows) {
                if (flow.to() == part && flow.from() < part) {
                    rows[part] = Math.max(rows[part], rows[flow.from()] + 1);
                }
            }
        }
        List<Integer> row = new ArrayList<>();
        Arrays.stream(rows).forEach(row::add);
        List<List<Integer>> ways = new ArrayList<>();
        for (Flow flow : flows) {
            List<Integer> way = new ArrayList<>(List.of(flow.from()));
            for (int between = rows[flow.from()] + 1; between < rows[flow.to()]; between++) {
                way.add(row.size());
                row.add(between);
            }
            way.add(flow.to());
            ways.add(way);
        }
        return new Layering(new Columns(row, ways, parts, width, bend).places(), ways);
    }

    /** Finds the order within the rows and the places across. */
    private static final class Columns {
        private final List<Integer> row;
        private final Map<Integer, List<Integer>> above = new HashMap<>();
        private final Map<Integer, List<Integer>> below = new HashMap<>();
        private final List<List<Integer>> rows = new ArrayList<>();
        private final double[] x;
        private final double[] room;

        Columns(List<Integer> row, List<List<Integer>> ways, int parts, double width, double bend) {
            this.row = row;
            this.x = new double[row.size()];
            this.room = new double[row.size()];
            for (int i = 0; i < row.size(); i++) {
                room[i] = i < parts ? width : bend;
                while (rows.size() <= row.get(i)) {
                    rows.add(new ArrayList<>());
                }
                rows.get(row.get(i)).add(i);
            }
            for (List<Integer> way : ways) {
                for (int i = 0; i + 1 < way.size(); i++) {
                    below.computeIfAbsent(way.get(i), key -> new ArrayList<>()).add(way.get(i + 1));
                    above.computeIfAbsent(way.get(i + 1), key -> new ArrayList<>())
                            .add(way.get(i));
                }
            }
        }

        List<Place> places() {
            rows.forEach(this::spread);
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                for (int r = 1; r < rows.size(); r++) {
                    settle(rows.get(r), above, sweep < SWEEPS / 2);
                }
                for (int r = rows.size() - 2; r >= 0; r--) {
                    settle(rows.get(r), below, sweep < SWEEPS / 2);
                }
            }
            List<Place> places = new ArrayList<>();
            for (int i = 0; i < x.length; i++) {
                places.add(new Place(row.get(i), x[i]));
            }
            return places;
        }

        /** A row side by side, its middle at 0. */
        private void spread(List<Integer> members) {
            double whole = members.stream().mapToDouble(i -> room[i]).sum();
            double left = -whole / 2;
            for (int i : members) {
                x[i] = left + room[i] / 2;
                left += room[i];
            }
        }

        /** Moves a row's members towards their neighbours, in a new order or in the one they have. */
        private void settle(List<Integer> members, Map<Integer, List<Integer>> neighbours, boolean reorder) {
            double[] wish = new double[x.length];
            for (int i : members) {
                wish[i] = neighbours.getOrDefault(i, List.of(i)).stream()
                        .mapToDouble(neighbour -> x[neighbour])
                        .average()
                        .orElse(x[i]);
            }
            if (reorder) {
                members.sort(Comparator.comparingDouble(i -> wish[i]));
            }
            // as far right as the wish asks and the left neighbour allows, then the whole row back by the mean error
            double edge = Double.NEGATIVE_INFINITY;
            double error = 0;
            for (int i : members) {
                x[i] = Math.max(wish[i], edge + room[i] / 2);
                edge = x[i] + room[i] / 2;
                error += x[i] - wish[i];
            }
            for (int i : members) {
                x[i] -= error / members.size();
            }
        }
    }
}
