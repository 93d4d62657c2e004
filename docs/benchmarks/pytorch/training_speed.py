"""
How many images a second PyTorch trains with: forward, loss, backward and step on one batch that stays in memory.

    python training_speed.py --model yolov5n --size 320 --threads 2 --layout channels_last
"""

import argparse
import statistics
import time

import torch

import nanodet_m
import yolov5n


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("--model", choices=("yolov5n", "nanodet-m"), default="yolov5n")
    parser.add_argument("--size", type=int, default=320, help="side of the images in pixels")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--steps", type=int, default=40, help="that are timed")
    parser.add_argument("--warm-up", type=int, default=10, help="steps before them")
    parser.add_argument("--classes", type=int, default=80)
    parser.add_argument("--objects", type=int, default=4, help="an image")
    parser.add_argument("--layout", choices=("nchw", "channels_last"), default="nchw")
    return parser.parse_args()


def build(options):
    """Network, loss and optimiser."""
    if options.model == "yolov5n":
        network = yolov5n.YoloV5n(options.classes)
        return network, yolov5n.YoloLoss(options.classes, options.size), yolov5n.optimizer(network)
    unit = nanodet_m.ChannelsLastUnit if options.layout == "channels_last" else nanodet_m.ShuffleUnit
    network = nanodet_m.NanoDetM(options.classes, unit)
    return network, nanodet_m.GflLoss(options.classes, options.size), nanodet_m.optimizer(network)


def objects(options):
    """Rows of image, class, x, y, width, height; boxes as shares of the image, of a twentieth to a fifth of its side."""
    count = options.batch * options.objects
    sides = 0.05 + 0.15 * torch.rand(count, 2)
    centers = sides / 2 + (1 - sides) * torch.rand(count, 2)
    image = torch.arange(count) // options.objects
    kind = torch.randint(options.classes, (count,))
    return torch.cat((image[:, None].float(), kind[:, None].float(), centers, sides), 1)


def main():
    options = arguments()
    torch.manual_seed(1)
    torch.set_num_threads(options.threads)
    network, loss, optimizer = build(options)
    layout = torch.channels_last if options.layout == "channels_last" else torch.contiguous_format
    network = network.to(memory_format=layout).train()
    images = torch.rand(options.batch, 3, options.size, options.size).contiguous(memory_format=layout)
    targets = objects(options)

    seconds, processor = [], []
    for step in range(options.warm_up + options.steps):
        start, started = time.perf_counter(), time.thread_time()
        optimizer.zero_grad()
        total = loss(network(images), targets)
        total.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 10.0)
        optimizer.step()
        if step >= options.warm_up:
            seconds.append(time.perf_counter() - start)
            processor.append(time.thread_time() - started)

    parameters = sum(p.numel() for p in network.parameters())
    print(
        f"PyTorch {torch.__version__}, {options.model}, {parameters:,} parameters, {options.size} px, "
        f"{options.layout}, batch {options.batch}, {options.threads} threads: "
        f"{options.batch / statistics.median(seconds):.1f} images/s, "
        f"{options.batch / statistics.median(processor):.1f} images/s of processor time, loss {total.item():.3f}"
    )


if __name__ == "__main__":
    main()
