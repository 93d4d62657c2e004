package io.falconet.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void aFileIsSharedAndWrittenAtOnce() {
        assertThat(new Address("jdbc:h2:file:/data/falconet").url())
                .isEqualTo(
                        "jdbc:h2:file:/data/falconet;LOCK_TIMEOUT=20000;AUTO_SERVER=TRUE;WRITE_DELAY=0;PAGE_SIZE=4096");
    }

    @Test
    void settingsThatAreGivenStay() {
        assertThat(new Address("jdbc:h2:file:/data/falconet;auto_server=false;LOCK_TIMEOUT=1").url())
                .isEqualTo("jdbc:h2:file:/data/falconet;auto_server=false;LOCK_TIMEOUT=1;WRITE_DELAY=0;PAGE_SIZE=4096");
    }

    @Test
    void theFolderOfAFileIsWhereItsArtifactsGo() {
        assertThat(new Address("jdbc:h2:file:/data/pcb/falconet;USER=a").folder())
                .contains(Path.of("/data/pcb"));
        assertThat(new Address("jdbc:h2:file:~/pcb/falconet").folder())
                .contains(Path.of(System.getProperty("user.home"), "pcb"));
        assertThat(new Address("jdbc:h2:mem:a").folder()).isEmpty();
        assertThat(new Address("jdbc:postgresql://host/falconet").folder()).isEmpty();
    }

    @Test
    void messagesShowNoPassword() {
        assertThat(new Address("jdbc:postgresql://host/falconet?user=a&password=secret"))
                .hasToString("jdbc:postgresql://host/falconet");
        assertThat(new Address("jdbc:h2:file:/data/falconet;PASSWORD=secret"))
                .hasToString("jdbc:h2:file:/data/falconet");
    }

    @Test
    void whatIsNoDatabaseIsRefused() {
        assertThatThrownBy(() -> new Address("/data/falconet"))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("found \"/data/falconet\"")
                .hasMessageContaining("Maybe give a folder");
    }
}
