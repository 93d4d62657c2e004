package io.falconet.space.yolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OperatorModulesTest {
    @Test
    void eachModuleSaysWhatItDoes() {
        Set<String> said = new TreeSet<>(OperatorModules.meanings().keySet());
        said.removeAll(Set.of(YoloRow.GFL_DETECT, YoloRow.FCOS_DETECT));

        assertThat(said).isEqualTo(OperatorModules.registry().names());
    }
}
