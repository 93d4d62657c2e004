package io.falconet.latency.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GpuListingTest {
    private static final String LARGE = "GPU 0: NVIDIA A100-SXM4-40GB (UUID: GPU-11111111-2222)";
    private static final String SMALL = "GPU 1: NVIDIA T4 (UUID: GPU-33333333-4444)";

    private static final GpuListing ALIKE =
            GpuListing.of(List.of(LARGE, "GPU 1: NVIDIA A100-SXM4-40GB (UUID: GPU-55555555-6666)"));
    private static final GpuListing TWO = GpuListing.of(List.of(LARGE, SMALL));
    private static final GpuListing CUT = GpuListing.of(List.of(
            "GPU 0: NVIDIA H200 (UUID: GPU-77777777-8888)",
            "  MIG 3g.71gb     Device  0: (UUID: MIG-99999999-aaaa)",
            "  MIG 1g.18gb+me  Device  1: (UUID: MIG-bbbbbbbb-cccc)"));

    @Test
    void thoseThatAreAlikeAreOneDevice() {
        assertThat(ALIKE.first(Map.of())).isEqualTo("NVIDIA A100-SXM4-40GB");
        assertThat(ALIKE.first(Map.of("CUDA_VISIBLE_DEVICES", "1,0"))).isEqualTo("NVIDIA A100-SXM4-40GB");
    }

    /** CUDA's numbers are not those of the bus, unless it is told so. */
    @Test
    void whichOfSeveralIsMeantMustBeSaid() {
        for (Map<String, String> unclear : List.of(Map.<String, String>of(), Map.of("CUDA_VISIBLE_DEVICES", "1"))) {
            assertThatThrownBy(() -> TWO.first(unclear))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("One kind of GPU was expected, found NVIDIA A100-SXM4-40GB GPU-11111111-2222")
                    .hasMessageContaining("Maybe choose: CUDA_VISIBLE_DEVICES=GPU-11111111-2222.");
        }
        assertThat(TWO.first(Map.of("CUDA_VISIBLE_DEVICES", "GPU-3333"))).isEqualTo("NVIDIA T4");
        assertThat(TWO.first(Map.of("CUDA_VISIBLE_DEVICES", "1", "CUDA_DEVICE_ORDER", "PCI_BUS_ID")))
                .isEqualTo("NVIDIA T4");
        assertThat(TWO.first(Map.of("CUDA_DEVICE_ORDER", "PCI_BUS_ID"))).isEqualTo("NVIDIA A100-SXM4-40GB");
    }

    @Test
    void aSliceIsAnotherDeviceThanTheWhole() {
        assertThat(CUT.first(Map.of("CUDA_VISIBLE_DEVICES", "MIG-bbbbbbbb-cccc")))
                .isEqualTo("NVIDIA H200 MIG 1g.18gb+me");
        assertThat(CUT.first(Map.of("CUDA_DEVICE_ORDER", "PCI_BUS_ID"))).isEqualTo("NVIDIA H200 MIG 3g.71gb");
        assertThatThrownBy(() -> CUT.first(Map.of())).hasMessageContaining("One kind of GPU was expected");
    }

    @Test
    void noneIsSaid() {
        assertThatThrownBy(() -> GpuListing.of(List.of("No devices found.")).first(Map.of()))
                .hasMessageContaining("An NVIDIA GPU was expected, found none");
        for (String hidden : List.of("", "-1", "GPU-ffff")) {
            assertThatThrownBy(() -> TWO.first(Map.of("CUDA_VISIBLE_DEVICES", hidden)))
                    .hasMessageContaining("in CUDA_VISIBLE_DEVICES, found \"" + hidden + "\". Maybe");
        }
    }
}
