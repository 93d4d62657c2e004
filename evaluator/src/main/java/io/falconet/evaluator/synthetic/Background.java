package io.falconet.evaluator.synthetic;

import java.util.SplittableRandom;

/** What lies behind the objects: a colour for every pixel. */
@FunctionalInterface
interface Background {
    Rgb at(int x, int y);

    /** A gradient from zenith to horizon with clouds, at some time of the day. */
    static Background sky(int width, int height, SplittableRandom random) {
        Noise noise = new Noise(random);
        boolean dusk = random.nextInt(4) == 0;
        Rgb zenith = dusk
                ? Rgb.hsv(225 + 20 * random.nextDouble(), 0.45, 0.42)
                : Rgb.hsv(
                        205 + 15 * random.nextDouble(),
                        0.35 + 0.35 * random.nextDouble(),
                        0.62 + 0.25 * random.nextDouble());
        Rgb horizon = dusk
                ? Rgb.hsv(20 + 20 * random.nextDouble(), 0.45, 0.92)
                : Rgb.hsv(200, 0.12 + 0.1 * random.nextDouble(), 0.93);
        Rgb cloud = dusk ? Rgb.hsv(15, 0.25, 0.85) : Rgb.grey(0.97);
        double cover = 0.35 + 0.3 * random.nextDouble();
        double grain = 2.2 + 2 * random.nextDouble();
        return (x, y) -> {
            double down = (double) y / height;
            Rgb air = zenith.mix(horizon, down * down * 0.6 + down * 0.4);
            double density = noise.octaves(grain * x / height, 1.7 * grain * y / height, 5);
            double share = Math.max(0, Math.min(1, (density - cover) * 3.2));
            double lit = noise.octaves(grain * x / height, 1.7 * grain * y / height - 0.12, 3);
            return air.mix(cloud.scaled(0.84 + 0.16 * Math.min(1, 1.6 * lit)), 0.85 * share);
        };
    }

    /** Fields with furrows, hedges between them, and a road. Seen from above. */
    static Background land(int width, int height, SplittableRandom random) {
        Noise noise = new Noise(random);
        double turn = Math.PI * random.nextDouble();
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double field = height / (2.2 + 2 * random.nextDouble());
        double road = (0.2 + 0.6 * random.nextDouble()) * height;
        double roadWidth = 3 + 5 * random.nextDouble();
        return (x, y) -> {
            double along = cos * x + sin * y + 20 * noise.at(x / 90.0, y / 90.0);
            double across = cos * y - sin * x + 20 * noise.at(x / 90.0 + 40, y / 90.0);
            double kind = noise.cell(along / field, across / (0.7 * field));
            Rgb ground = Rgb.hsv(38 + 75 * kind, 0.28 + 0.25 * kind, 0.66 - 0.28 * kind);
            double furrow = 0.04 * Math.sin((kind > 0.5 ? along : across) * 1.1);
            double fine = 0.22 * (noise.octaves(x / 14.0, y / 14.0, 3) - 0.5);
            double edge = Math.abs(along / field - Math.rint(along / field)) * field;
            double hedge = Math.max(0, 1 - edge / 3.5);
            Rgb grown = ground.scaled(1 + furrow + fine).mix(new Rgb(0.16, 0.24, 0.13), 0.75 * hedge);
            double fromRoad = Math.abs(across - road - 25 * Math.sin(along / 160)) - roadWidth;
            return grown.mix(Rgb.grey(0.68 + 0.3 * fine), Math.max(0, Math.min(1, 0.5 - fromRoad)));
        };
    }

    /** Waves with glitter. */
    static Background sea(int width, int height, SplittableRandom random) {
        Noise noise = new Noise(random);
        Rgb deep = Rgb.hsv(195 + 25 * random.nextDouble(), 0.65, 0.33 + 0.1 * random.nextDouble());
        Rgb shallow = Rgb.hsv(178 + 20 * random.nextDouble(), 0.45, 0.55 + 0.1 * random.nextDouble());
        double turn = 0.8 * random.nextDouble();
        double wave = 9 + 10 * random.nextDouble();
        return (x, y) -> {
            double along = x + turn * y;
            double across = y - turn * x;
            double depth = noise.octaves(x / 220.0, y / 220.0, 3);
            double swell = noise.octaves(along / (3 * wave), across / wave, 4);
            double crest = Math.max(0, swell - 0.68) * 3;
            Rgb water = deep.mix(shallow, Math.max(0, Math.min(1, 1.8 * depth - 0.4)));
            return water.scaled(0.75 + 0.5 * swell).mix(Rgb.grey(0.95), Math.min(0.75, crest));
        };
    }
}
