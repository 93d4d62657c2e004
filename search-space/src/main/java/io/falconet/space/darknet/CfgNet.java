package io.falconet.space.darknet;

import io.falconet.space.graph.Shape;

/** What the {@code [net]} section says: the images; all else in it is about training. */
final class CfgNet {
    private CfgNet() {}

    static Shape read(CfgSection section) {
        ignoreTraining(section);
        return new Shape(
                section.whole("channels", 1, 3),
                section.required("height", 1, "416"),
                section.required("width", 1, "416"));
    }

    private static void ignoreTraining(CfgSection section) {
        section.ignore("batch", "subdivisions", "max_batches", "burn_in", "policy", "step", "scale", "steps", "scales");
        section.ignore("learning_rate", "learning_rate_min", "momentum", "decay", "gamma", "power", "seq_scales");
        section.ignore("sgdr_cycle", "sgdr_mult", "adam", "B1", "B2", "eps", "loss_scale", "ema_alpha", "try_fix_nan");
        section.ignore("angle", "aspect", "saturation", "exposure", "hue", "flip", "blur", "gaussian_noise");
        section.ignore("max_crop", "min_crop", "mixup", "cutmix", "mosaic", "mosaic_bound", "letter_box", "random");
        section.ignore("resize_step", "label_smooth_eps", "attention", "adversarial_lr", "max_chart_loss", "inputs");
        section.ignore("time_steps", "track", "augment_speed", "sequential_subdivisions", "dynamic_minibatch");
        section.ignore("optimized_memory", "workspace_size_limit_MB", "use_cuda_graph", "equidistant_point");
        section.ignore("weights_reject_freq", "badlabels_rejection_percentage", "num_sigmas_reject_badlabels");
        section.ignore("contrastive", "contrastive_jit_flip", "contrastive_color", "unsupervised", "max_ratio");
    }
}
