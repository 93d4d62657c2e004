package io.falconet.cluster.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import io.falconet.space.zoo.ZooModel;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ZooCommandTest {
    @Test
    void everyModelIsListedForMachines() throws IOException {
        JsonNode models =
                new ObjectMapper().readTree(Typed.run("zoo", "--format", "json").out());

        assertThat(models).hasSameSizeAs(ZooModel.all()).allSatisfy(model -> {
            assertThat(model.path("macs").longValue()).isPositive();
            assertThat(model.path("parametersExecuted").longValue())
                    .isBetween(1L, model.path("parameters").longValue());
            assertThat(model.path("claims").isArray()).isTrue();
        });
        assertThat(models).anySatisfy(model -> {
            assertThat(model.path("model").textValue()).isEqualTo("nanodet-m");
            assertThat(model.path("input").textValue()).isEqualTo("320x320");
            assertThat(model.path("parametersExecuted").longValue()).isEqualTo(950_036);
        });
    }

    @Test
    void everyModelIsListedForPeople() {
        String out = Typed.run("zoo").out();

        assertThat(ZooModel.all()).allSatisfy(model -> assertThat(out).contains(model.name() + " "));
    }

    @Test
    void aClaimThatIsNotSoStandsBesideWhatIs() {
        String out = Typed.run("zoo").out();

        for (ZooModel model : ZooModel.all()) {
            model.claims().stream().filter(claim -> !claim.verdict().isEmpty()).forEach(claim -> assertThat(out)
                    .contains(claim.verdict()));
        }
    }

    @Test
    void aWordNarrowsTheList() {
        assertThat(Typed.run("zoo", "NANODET-M-0.5x", "--format", "csv").out().lines())
                .hasSize(2);
        Typed none = Typed.run("zoo", "unicorn");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("unicorn", "Maybe falconet zoo lists all.");
    }
}
