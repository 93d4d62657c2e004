package io.falconet.evaluator.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.falconet.evaluator.SharedFolder;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Fault.Kind;
import io.falconet.evaluator.data.Split;
import io.falconet.evaluator.data.check.DatasetCheck;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real faults of real data sets, as their SOURCE.md lists them. */
class DirtyDataIT {
    @Test
    void bloodCellsLeakFromTrainingToValidation() {
        List<Split> splits = check("dirty/cbc-voc");
        assertThat(splits).extracting(Split::name).containsExactly("train", "val", "test");
        assertThat(splits)
                .extracting(split -> split.reading().dataset().samples().size())
                .containsExactly(65, 60, 60);
        assertThat(faults(splits, Kind.SHARED_IMAGE)).hasSize(60);
        assertThat(faults(splits, Kind.EMPTY_BOX))
                .extracting(Fault::where)
                .satisfiesExactly(
                        where -> assertThat(where).matches("Training/Annotations/BloodImage_00338.xml:\\d+"),
                        where -> assertThat(where).matches("Testing/Annotations/BloodImage_00343.xml:\\d+"));
        assertThat(faults(splits, Kind.NEAR_DUPLICATE_BOX))
                .extracting(Fault::where)
                .anyMatch(where -> where.contains("00403"))
                .anyMatch(where -> where.contains("00013"))
                .anyMatch(where -> where.contains("00020"))
                .anyMatch(where -> where.contains("00100"));
    }

    @Test
    void twoPacksOfBloodCellsShareTheirImages() {
        List<Split> both = List.of(
                read("bccd-voc").named(Split.TRAIN), read("dirty/cbc-voc").named(Split.TEST));
        assertThat(faults(new DatasetCheck(done -> {}).check(both), Kind.SHARED_IMAGE))
                .hasSize(36);
    }

    @Test
    void aerialPhotosReachPastTheBorderAndMissImages() {
        List<Split> splits = check("dirty/aerial-yolo");
        assertThat(splits).hasSize(1);
        assertThat(splits.get(0).reading().dataset().objects()).isEqualTo(76);
        assertThat(faults(splits, Kind.BOX_CLIPPED))
                .extracting(fault -> fault.where().replaceAll(":.*", ""))
                .containsExactlyInAnyOrder("MOS74.txt", "MOS84.txt", "MOS92.txt");
        assertThat(faults(splits, Kind.ABSENT_IMAGE))
                .extracting(Fault::where)
                .containsExactly("DJI_0006.txt", "DJI_0007.txt", "DJI_0008.txt", "DJI_0009.txt", "DJI_0011.txt");
        assertThat(faults(splits, Kind.UNRESOLVED_LIST))
                .extracting(Fault::where, fault -> fault.message().replaceAll("^names (\\d+) images.*", "$1"))
                .containsExactlyInAnyOrder(
                        tuple("train.txt:1", "35"), tuple("test.txt:1", "9"), tuple("full1.txt:1", "69"));
        assertThat(faults(splits, Kind.STRAY_FILE))
                .extracting(Fault::where)
                .containsExactly("full1.txt", "test.txt", "train.txt");
        assertThat(faults(splits, Kind.EMPTY_CLASS)).extracting(Fault::where).contains("cyclist");
    }

    @Test
    void bloodCellsAreReadWithTheirFaultsNamed() {
        List<Split> splits = check("bccd-voc");
        assertThat(splits).extracting(Split::name).containsExactly("train", "val", "test");
        assertThat(splits)
                .extracting(split -> split.reading().dataset().samples().size())
                .containsExactly(205, 87, 72);
        assertThat(splits.stream()
                                .mapToLong(split -> split.reading().dataset().objects())
                                .sum()
                        + faults(splits, Kind.EMPTY_BOX).size())
                .isEqualTo(4888);
        assertThat(faults(splits, Kind.EMPTY_BOX)).hasSize(2);
        assertThat(faults(splits, Kind.NEAR_DUPLICATE_BOX).size()
                        + faults(splits, Kind.DUPLICATE_BOX).size())
                .isEqualTo(8);
        assertThat(faults(splits, Kind.FEW_OBJECTS))
                .extracting(fault -> fault.where().replaceAll(".*_(\\d+)\\.jpg", "$1"))
                .contains("00350", "00267", "00322");
        assertThat(faults(splits, Kind.RARE_CLASS)).isNotEmpty();
    }

    @Test
    void odditiesOfRealCocoFilesAreNamed() {
        List<Split> splits = check("dali-coco");
        assertThat(faults(splits, Kind.ZERO_ID)).extracting(Fault::where).contains("images", "categories");
        assertThat(faults(splits, Kind.ODD_NAME)).extracting(Fault::where).containsExactly("Banan");
        assertThat(faults(splits, Kind.CROWD_BOX))
                .extracting(Fault::where)
                .containsExactlyInAnyOrder("annotation 1", "annotation 12", "annotation 13", "annotation 15");
        assertThat(faults(splits, Kind.ODD_MASK))
                .extracting(Fault::where)
                .contains("annotation 1", "annotation 12", "annotation 13", "annotation 15")
                .contains("annotation 8", "annotation 69", "annotation 79");
        assertThat(faults(splits, Kind.CHANNELS)).isNotEmpty().allSatisfy(fault -> assertThat(fault.where())
                .endsWith(".png"));
    }

    @Test
    void fieldsOfViewThatOverlapAreFoundInBothParts() {
        assertThat(faults(check("bccd-voc"), Kind.NEAR_IMAGE))
                .extracting(Fault::where)
                .containsExactly("BCCD/JPEGImages/BloodImage_00037.jpg");
    }

    @Test
    void circuitBoardsAreGreyButForAFewAndNothingElseIsWrong() {
        List<Split> splits = check("deeppcb-coco");
        assertThat(splits).extracting(Split::name).containsExactly("train", "val");
        assertThat(splits.stream().flatMap(split -> split.reading().faults().stream()))
                .hasSize(5)
                .extracting(Fault::kind)
                .containsOnly(Kind.CHANNELS);
    }

    @Test
    void carsFromTheAirKeepWithinTheirImagesButForHalfAPixel() {
        List<Split> cars = check("aerial-cars-yolo");
        assertThat(cars.get(0).reading().dataset().objects()).isEqualTo(647);
        assertThat(faults(cars, Kind.BOX_CLIPPED)).extracting(Fault::where).containsExactly("data/MOS79.txt:19");
        assertThat(faults(cars, Kind.TWIN_IMAGES)).hasSize(1);
    }

    private static LabelledData read(String name) {
        return LabelledData.read(SharedFolder.path("data/" + name), Optional.empty(), Optional.empty());
    }

    private static List<Split> check(String name) {
        return new DatasetCheck(done -> {}).check(read(name).splits());
    }

    private static List<Fault> faults(List<Split> splits, Kind kind) {
        return splits.stream()
                .flatMap(split -> split.reading().faults().stream())
                .filter(fault -> fault.kind() == kind)
                .toList();
    }
}
