package io.falconet.evaluator.data.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.TrialData;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.data.Sample;
import io.falconet.evaluator.synthetic.SyntheticDataset;
import io.falconet.space.study.StudySpec.DataSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPackTest {
    @TempDir
    private Path folder;

    private Path images;
    private DataSpec spec;
    private TrialData data;
    private DataPack pack;
    private PackFolder there;
    private final List<Integer> fetched = new ArrayList<>();

    @BeforeEach
    void someData() throws IOException {
        Path source = folder.resolve("source");
        new SyntheticDataset(6, 3, 5).write(source, done -> {});
        images = source.resolve("images");
        spec = DataSpec.at(source.toString());
        data = TrialData.read(spec);
        pack = data.pack();
        there = new PackFolder(folder.resolve("there"));
    }

    @Test
    void whatIsUnpackedIsTheSameData() throws IOException {
        Path taken = takeWhereTheFilesAreNotSeen();

        TrialData unpacked = TrialData.read(taken);

        assertThat(unpacked.fingerprint()).isEqualTo(data.fingerprint());
        assertThat(unpacked.classes()).isEqualTo(data.classes());
        List<Sample> before = data.train().dataset().samples();
        List<Sample> after = unpacked.train().dataset().samples();
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).objects()).isEqualTo(before.get(i).objects());
            assertThat(after.get(i).fileName()).isEqualTo(before.get(i).fileName());
            assertThat(after.get(i).image())
                    .hasSameBinaryContentAs(moved(before.get(i).image()));
        }
    }

    @Test
    void itIsFetchedOnce() throws IOException {
        takeWhereTheFilesAreNotSeen();
        assertThat(fetched).hasSize(pack.loads());

        there.take(pack.id(), pack.manifest(), fetching(load -> new byte[0]));

        assertThat(fetched).hasSize(pack.loads());
    }

    @Test
    void nothingIsFetchedWhereBothMachinesSeeTheFiles() throws IOException {
        Path taken = there.take(pack.id(), pack.manifest(), fetching(pack::load));

        assertThat(fetched).isEmpty();
        assertThat(TrialData.read(taken).fingerprint()).isEqualTo(data.fingerprint());
    }

    @Test
    void whatIsNotSeenAnyMoreIsFetchedThen() throws IOException {
        there.take(pack.id(), pack.manifest(), fetching(pack::load));

        Path taken = takeWhereTheFilesAreNotSeen();

        assertThat(fetched).hasSize(pack.loads());
        assertThat(TrialData.read(taken).fingerprint()).isEqualTo(data.fingerprint());
    }

    @Test
    void damageOnTheWayIsSeenAndNothingIsKept() throws IOException {
        List<byte[]> loads = loads();
        loads.get(0)[100]++;
        move();

        assertThatThrownBy(() -> there.take(pack.id(), pack.manifest(), loads::get))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("was expected as it was packed, found another");

        loads.get(0)[100]--;
        assertThat(TrialData.read(there.take(pack.id(), pack.manifest(), loads::get))
                        .fingerprint())
                .isEqualTo(data.fingerprint());
    }

    @Test
    void imagesThatChangeWhileASearchRunsAreRefused() throws IOException {
        Path image = Folders.list(images).get(0);
        Files.write(image, new byte[] {1, 2, 3});

        assertThatThrownBy(() -> pack.load(0))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(image.getFileName() + " changed");
    }

    @Test
    void equalDataHaveEqualPacks() {
        assertThat(TrialData.read(spec).pack().id()).isEqualTo(pack.id());
    }

    private Path takeWhereTheFilesAreNotSeen() throws IOException {
        List<byte[]> loads = loads();
        move();
        return there.take(pack.id(), pack.manifest(), fetching(loads::get));
    }

    private List<byte[]> loads() {
        List<byte[]> loads = new ArrayList<>();
        for (int load = 0; load < pack.loads(); load++) {
            loads.add(pack.load(load));
        }
        return loads;
    }

    private IntFunction<byte[]> fetching(IntFunction<byte[]> loads) {
        return load -> {
            fetched.add(load);
            return loads.apply(load);
        };
    }

    private void move() throws IOException {
        Files.move(images, folder.resolve("moved"));
    }

    private Path moved(Path image) {
        return folder.resolve("moved").resolve(image.getFileName());
    }
}
