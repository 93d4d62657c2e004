"""NanoDet-m (RangiLyu, 2020) and its loss, as plain PyTorch."""

import math

import torch
from torch import nn
from torch.nn import functional as F

STRIDES = (8, 16, 32)
REG_MAX = 7


def conv_norm(inputs, outputs, kernel=1, stride=1, groups=1):
    return [
        nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False),
        nn.BatchNorm2d(outputs),
    ]


def activation():
    return nn.LeakyReLU(0.1, inplace=True)


class ShuffleUnit(nn.Module):
    """A unit of ShuffleNetV2 (Ma et al., 2018)."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        half = outputs // 2
        self.split = stride == 1
        start = half if self.split else inputs
        self.left = nn.Sequential(
            *conv_norm(inputs, inputs, 3, stride, inputs), *conv_norm(inputs, half), activation()
        )
        if self.split:
            self.left = nn.Identity()
        self.right = nn.Sequential(
            *conv_norm(start, half),
            activation(),
            *conv_norm(half, half, 3, stride, half),
            *conv_norm(half, half),
            activation(),
        )

    def forward(self, x):
        left, right = x.chunk(2, 1) if self.split else (x, x)
        joined = torch.cat((self.left(left), self.right(right)), 1)
        images, channels, rows, columns = joined.shape
        groups = joined.view(images, 2, channels // 2, rows, columns)
        return groups.transpose(1, 2).reshape(images, channels, rows, columns)


class ChannelsLastUnit(ShuffleUnit):
    """The same where the channels of a cell lie side by side: a view in that order spares a copy."""

    def forward(self, x):
        left, right = x.chunk(2, 1) if self.split else (x, x)
        joined = torch.cat((self.left(left), self.right(right)), 1)
        images, channels, rows, columns = joined.shape
        groups = joined.permute(0, 2, 3, 1).reshape(images, rows, columns, 2, channels // 2)
        return groups.transpose(3, 4).reshape(images, rows, columns, channels).permute(0, 3, 1, 2)


def separable(width):
    return [*conv_norm(width, width, 3, 1, width), activation(), *conv_norm(width, width), activation()]


class NanoDetM(nn.Module):
    def __init__(self, classes, unit=ShuffleUnit):
        super().__init__()
        self.stem = nn.Sequential(*conv_norm(3, 24, 3, 2), activation(), nn.MaxPool2d(3, 2, 1))
        self.stages = nn.ModuleList()
        inputs = 24
        for outputs, units in ((116, 4), (232, 8), (464, 4)):
            first = unit(inputs, outputs, 2)
            self.stages.append(nn.Sequential(first, *(unit(outputs, outputs, 1) for _ in range(units - 1))))
            inputs = outputs
        self.lateral = nn.ModuleList(nn.Conv2d(width, 96, 1) for width in (116, 232, 464))
        self.towers = nn.ModuleList(nn.Sequential(*separable(96), *separable(96)) for _ in STRIDES)
        self.heads = nn.ModuleList(nn.Conv2d(96, classes + 4 * (REG_MAX + 1), 1) for _ in STRIDES)
        for head in self.heads:
            nn.init.normal_(head.weight, std=0.01)
            nn.init.zeros_(head.bias)
            head.bias.data[:classes] = -math.log((1 - 0.01) / 0.01)

    def forward(self, x):
        x = self.stem(x)
        maps = []
        for stage, lateral in zip(self.stages, self.lateral):
            x = stage(x)
            maps.append(lateral(x))
        for i in (1, 0):
            maps[i] = maps[i] + F.interpolate(maps[i + 1], size=maps[i].shape[2:], mode="bilinear")
        for i in (1, 2):
            maps[i] = maps[i] + F.interpolate(maps[i - 1], size=maps[i].shape[2:], mode="bilinear")
        return [head(tower(m)) for head, tower, m in zip(self.heads, self.towers, maps)]


def overlap(a, b):
    """Intersection over union and generalised IoU (Rezatofighi et al., 2019) of boxes (x1, y1, x2, y2)."""
    low, high = torch.max(a[..., :2], b[..., :2]), torch.min(a[..., 2:], b[..., 2:])
    shared = (high - low).clamp(0).prod(-1)
    union = (a[..., 2:] - a[..., :2]).prod(-1) + (b[..., 2:] - b[..., :2]).prod(-1) - shared
    hull = (torch.max(a[..., 2:], b[..., 2:]) - torch.min(a[..., :2], b[..., :2])).prod(-1)
    union, hull = union.clamp(1e-6), hull.clamp(1e-6)
    iou = shared / union
    return iou, iou - (hull - union) / hull


class GflLoss:
    """
    Generalised focal loss (Li et al., 2020) on cells chosen by ATSS (Zhang et al., 2020), for all objects of the batch at
    once. Targets are rows of image, class, x, y, width, height; the boxes as shares of the image.
    """

    def __init__(self, classes, size):
        self.classes = classes
        self.size = size
        points, strides = [], []
        for stride in STRIDES:
            side = math.ceil(size / stride)
            axis = (torch.arange(side) + 0.5) * stride
            y, x = torch.meshgrid(axis, axis, indexing="ij")
            points.append(torch.stack((x.flatten(), y.flatten()), 1))
            strides.append(torch.full((side * side,), float(stride)))
        self.counts = [len(level) for level in points]
        self.points, self.strides = torch.cat(points), torch.cat(strides)
        half = 2.5 * self.strides[:, None]
        self.anchors = torch.cat((self.points - half, self.points + half), 1)
        self.bins = torch.arange(REG_MAX + 1.0)

    def __call__(self, outputs, targets):
        images = outputs[0].shape[0]
        flat = torch.cat([o.flatten(2) for o in outputs], 2).transpose(1, 2)
        scores, distances = flat[..., : self.classes], flat[..., self.classes :]
        sides = targets[:, 4:6] * self.size
        corners = targets[:, 2:4] * self.size - sides / 2
        boxes = torch.cat((corners, corners + sides), 1)
        image, cell, owner = self.assign(targets[:, 0].long(), boxes, images)

        stride = self.strides[cell][:, None]
        point, truth = self.points[cell] / stride, boxes[owner] / stride
        logits = distances[image, cell].view(-1, 4, REG_MAX + 1)
        mean = (logits.softmax(2) * self.bins).sum(2)
        found = torch.cat((point - mean[:, :2], point + mean[:, 2:]), 1)
        iou, giou = overlap(found, truth)
        weight = scores.detach()[image, cell].amax(1).sigmoid()
        wanted = torch.cat((point - truth[:, :2], truth[:, 2:] - point), 1).clamp(0, REG_MAX - 0.1)
        below = wanted.long()
        share = wanted - below
        log = logits.log_softmax(2)
        focal = -(1 - share) * log.gather(2, below[..., None])[..., 0] - share * log.gather(2, below[..., None] + 1)[..., 0]
        total = weight.sum()
        box = 2 * ((1 - giou) * weight).sum() / total
        distance = 0.25 * (focal.mean(1) * weight).sum() / total

        quality = torch.zeros_like(scores)
        quality[image, cell, targets[owner, 1].long()] = iou.detach()
        entropy = F.binary_cross_entropy_with_logits(scores, quality, reduction="none")
        positives = torch.bincount(image, minlength=images).clamp(1).sum()
        return (entropy * (scores.sigmoid() - quality) ** 2).sum() / positives + box + distance

    @torch.no_grad()
    def assign(self, image, boxes, images):
        """Image, cell and object of each positive cell."""
        centers = (boxes[:, None, :2] + boxes[:, None, 2:]) / 2
        far = (self.points[None] - centers).norm(dim=2)
        first, nearest = 0, []
        for count in self.counts:
            nearest.append(far[:, first : first + count].topk(min(9, count), dim=1, largest=False).indices + first)
            first += count
        nearest = torch.cat(nearest, 1)
        iou, _ = overlap(self.anchors[nearest], boxes[:, None])
        threshold = iou.mean(1, keepdim=True) + iou.std(1, keepdim=True)
        point = self.points[nearest]
        inside = torch.minimum(point - boxes[:, None, :2], boxes[:, None, 2:] - point).amin(2) > 0.01
        owner, column = ((iou >= threshold) & inside).nonzero(as_tuple=True)
        cell, value = nearest[owner, column], iou[owner, column]
        place = image[owner] * len(self.points) + cell
        best = torch.zeros(images * len(self.points)).scatter_reduce(0, place, value, "amax")
        kept = value == best[place]
        return image[owner][kept], cell[kept], owner[kept]


def optimizer(network):
    """Adam with decoupled weight decay; kernels alone decay."""
    kernels = [p for p in network.parameters() if p.dim() > 1]
    others = [p for p in network.parameters() if p.dim() == 1]
    groups = [{"params": kernels, "weight_decay": 0.05}, {"params": others, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=1e-3)
