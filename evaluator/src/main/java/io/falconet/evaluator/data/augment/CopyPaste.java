package io.falconet.evaluator.data.augment;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Copies small objects of an image to other places of it, with a little of what surrounds them, where they cover no other
 * object (Kisantal et al., 2019): a detector sees few pixels of small objects, and so learns little of them.
 *
 * @param width of the canvas in pixels
 * @param height of the canvas in pixels
 * @param most copies of an image
 */
public record CopyPaste(int width, int height, int most) {
    /** Objects up to this side count as small, in pixels of the network's input. */
    public static final double SMALL = 32;

    private static final int MARGIN = 2;
    private static final int TRIES = 10;

    /** A rectangle of pixels; right and bottom are the first ones beyond it. */
    private record Patch(int left, int top, int right, int bottom) {
        private boolean touches(Patch other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        private Patch movedTo(int x, int y) {
            return new Patch(x, y, x + right - left, y + bottom - top);
        }
    }

    /**
     * Copies objects, and adds their boxes.
     *
     * @param boxes {@code {class, x1, y1, x2, y2}} of the canvas
     * @param canvas three planes of height times width values, from the offset on
     */
    public void apply(List<float[]> boxes, float[] canvas, int offset, RandomGenerator random) {
        List<float[]> small = boxes.stream()
                .filter(box -> box[3] - box[1] <= SMALL && box[4] - box[2] <= SMALL)
                .toList();
        if (most == 0 || small.isEmpty()) {
            return;
        }
        List<Patch> taken = new ArrayList<>(boxes.stream().map(this::patch).toList());
        int copies = random.nextInt(most + 1);
        for (int i = 0; i < copies; i++) {
            float[] object = small.get(random.nextInt(small.size()));
            Patch from = patch(object);
            Patch to = free(from, taken, random);
            if (to != null) {
                copy(from, to, canvas, offset);
                taken.add(to);
                boxes.add(moved(object, to.left() - from.left(), to.top() - from.top()));
            }
        }
    }

    private Patch patch(float[] box) {
        return new Patch(
                Math.max(0, (int) Math.floor(box[1]) - MARGIN),
                Math.max(0, (int) Math.floor(box[2]) - MARGIN),
                Math.min(width, (int) Math.ceil(box[3]) + MARGIN),
                Math.min(height, (int) Math.ceil(box[4]) + MARGIN));
    }

    /** A place for a patch that touches no other, or null where none was found. */
    private Patch free(Patch patch, List<Patch> taken, RandomGenerator random) {
        int acrossRoom = width - (patch.right() - patch.left()) + 1;
        int downRoom = height - (patch.bottom() - patch.top()) + 1;
        for (int i = 0; i < TRIES; i++) {
            Patch place = patch.movedTo(random.nextInt(acrossRoom), random.nextInt(downRoom));
            if (taken.stream().noneMatch(place::touches)) {
                return place;
            }
        }
        return null;
    }

    private void copy(Patch from, Patch to, float[] canvas, int offset) {
        for (int plane = 0; plane < 3; plane++) {
            for (int row = 0; row < from.bottom() - from.top(); row++) {
                int start = offset + plane * width * height;
                int source = start + (from.top() + row) * width + from.left();
                int target = start + (to.top() + row) * width + to.left();
                System.arraycopy(canvas, source, canvas, target, from.right() - from.left());
            }
        }
    }

    private static float[] moved(float[] box, int across, int down) {
        return new float[] {box[0], box[1] + across, box[2] + down, box[3] + across, box[4] + down};
    }
}
