package io.falconet.space.zoo;

/** What NanoDet's publications say that the models cost and reach. Operations are two for each multiply-accumulate. */
final class NanoDetClaims {
    private static final String README = "NanoDet README, model zoo";

    static final Claim M = new Claim(
            README,
            "0.95M",
            "0.72G",
            "Parameters are those that run; 9,312 more are built and never run. Convolutions are 0.684G, with norms 0.703G.");

    static final Claim M_ARTICLE = new Claim(
            "NanoDet article: 1.8 MB of weights, a sixth of YOLOv4-tiny's parameters",
            "",
            "",
            "Right: 941,818 folded parameters of 16 bits are 1.80 MiB, and YOLOv4-tiny has 6.4 times as many. That FCOS has no"
                    + " FPN is wrong: what it lacks is PAN.");

    static final Claim M_HALF = new Claim(
            README, "0.28M", "0.3G", "Parameters are those that are built, 280,368, of which 271,056 run; 0.277G.");

    static final Claim M_WIDE = new Claim(
            README,
            "2.08M",
            "1.44G",
            "Parameters are those that are built, 2,077,776, of which 2,065,392 run. Convolutions are 1.392G.");

    static final Claim G = new Claim(
            README, "3.81M", "4.2G", "Parameters are those that are built, 3,805,656, of which 3,788,628 run; 4.18G.");

    static final Claim T = new Claim(
            README,
            "1.36M",
            "0.96G",
            "Parameters are those that are built, 1,360,404, of which 1,331,508 run. Convolutions and fully connected layers"
                    + " are 0.980G; the products inside the attention are not counted.");

    static final Claim PLUS_M = new Claim(
            README,
            "1.17M",
            "0.9G",
            "1,197,924 parameters run, 1,186,346 once norms are folded: neither is 1.17M. 3,132,980 more serve training"
                    + " alone. 0.901G.");

    static final Claim PLUS_M_416 = new Claim(
                    README, "1.17M", "1.52G", "1,197,924 parameters run, 1,186,346 once norms are folded; 1.524G.")
            .at(416);

    static final Claim PLUS_M_WIDE_416 = new Claim(
                    README, "2.44M", "2.97G", "2,477,792 parameters run, 2,461,080 once norms are folded; 2.973G.")
            .at(416);

    static final Claim M_416 =
            new Claim(README, "0.95M", "1.2G", "Parameters are those that run. Convolutions are 1.157G.").at(416);

    static final Claim PLUS_M_WIDE = new Claim(
            README,
            "2.44M",
            "1.75G",
            "2,477,792 parameters run, 2,461,080 once norms are folded: neither is 2.44M. 5,484,404 more serve training"
                    + " alone. 1.758G.");

    private NanoDetClaims() {}

    /** An accuracy in per cent. */
    static ReportedResult reached(int side, double map50To95) {
        return ReportedResult.coco(README, side, map50To95, "");
    }

    /** The same, with times an image on both of the authors' processors. */
    static ReportedResult reached(int side, double map50To95, String desktop, String phone) {
        return ReportedResult.coco(
                "NanoDet README, benchmarks",
                side,
                map50To95,
                "%s on a Core i7-8700 (OpenVINO), %s on a Kirin 980 (ncnn)".formatted(desktop, phone));
    }
}
