package io.falconet.evaluator.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResamplerTest {
    @Test
    void evenImageStaysEvenOnPadding() {
        byte[] planes = new byte[3 * 40 * 30];
        Arrays.fill(planes, (byte) 77);
        Pixels result = letterboxed(new Pixels(planes, 40, 30), 16);
        assertThat(result.planes()[0]).isEqualTo((byte) 77);
        assertThat(result.planes()[11 * 16 + 15]).isEqualTo((byte) 77);
        assertThat(result.planes()[12 * 16]).isEqualTo((byte) 124);
    }

    @Test
    void imageOfTheRightSizeIsKept() {
        byte[] planes = new byte[3 * 16 * 16];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = (byte) (i * 31);
        }
        assertThat(letterboxed(new Pixels(planes, 16, 16), 16).planes()).isEqualTo(planes);
    }

    /** A dot between two samples would vanish if pixels were merely picked. */
    @Test
    void smallDotKeepsItsLightWhereverItLies() {
        for (int x = 16; x < 32; x++) {
            byte[] planes = new byte[3 * 64 * 64];
            for (int i = 0; i < 4; i++) {
                planes[(30 + i / 2) * 64 + x + i % 2] = (byte) 255;
            }
            byte[] small = letterboxed(new Pixels(planes, 64, 64), 16).planes();
            int light = 0;
            for (int i = 0; i < 16 * 16; i++) {
                light += small[i] & 0xff;
            }
            assertThat(light).isBetween(56, 72);
        }
    }

    private static Pixels letterboxed(Pixels source, int side) {
        Letterbox box = Letterbox.fit(source.width(), source.height(), side, side);
        return Resampler.letterbox(source, box, Normalisation.IMAGENET);
    }
}
