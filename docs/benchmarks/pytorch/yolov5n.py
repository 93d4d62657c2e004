"""YOLOv5n (Ultralytics, release 7.0) and its loss, as plain PyTorch."""

import math

import torch
from torch import nn
from torch.nn import functional as F

STRIDES = (8, 16, 32)
ANCHORS = (((10, 13), (16, 30), (33, 23)), ((30, 61), (62, 45), (59, 119)), ((116, 90), (156, 198), (373, 326)))


class Conv(nn.Sequential):
    def __init__(self, inputs, outputs, kernel=1, stride=1, padding=None):
        super().__init__(
            nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2 if padding is None else padding, bias=False),
            nn.BatchNorm2d(outputs, eps=1e-3, momentum=0.03),
            nn.SiLU(inplace=True),
        )


class Bottleneck(nn.Module):
    def __init__(self, width, shortcut):
        super().__init__()
        self.body = nn.Sequential(Conv(width, width, 1), Conv(width, width, 3))
        self.shortcut = shortcut

    def forward(self, x):
        return x + self.body(x) if self.shortcut else self.body(x)


class C3(nn.Module):
    def __init__(self, inputs, outputs, repeats, shortcut=True):
        super().__init__()
        half = outputs // 2
        self.left = Conv(inputs, half)
        self.right = Conv(inputs, half)
        self.body = nn.Sequential(*(Bottleneck(half, shortcut) for _ in range(repeats)))
        self.join = Conv(2 * half, outputs)

    def forward(self, x):
        return self.join(torch.cat((self.body(self.left(x)), self.right(x)), 1))


class SPPF(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.reduce = Conv(width, width // 2)
        self.join = Conv(2 * width, width)
        self.pool = nn.MaxPool2d(5, 1, 2)

    def forward(self, x):
        maps = [self.reduce(x)]
        for _ in range(3):
            maps.append(self.pool(maps[-1]))
        return self.join(torch.cat(maps, 1))


class YoloV5n(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.to_p3 = nn.Sequential(
            Conv(3, 16, 6, 2, 2), Conv(16, 32, 3, 2), C3(32, 32, 1), Conv(32, 64, 3, 2), C3(64, 64, 2)
        )
        self.to_p4 = nn.Sequential(Conv(64, 128, 3, 2), C3(128, 128, 3))
        self.to_p5 = nn.Sequential(Conv(128, 256, 3, 2), C3(256, 256, 1), SPPF(256))
        self.top = Conv(256, 128)
        self.merge4 = C3(256, 128, 1, False)
        self.middle = Conv(128, 64)
        self.merge3 = C3(128, 64, 1, False)
        self.down3 = Conv(64, 64, 3, 2)
        self.out4 = C3(128, 128, 1, False)
        self.down4 = Conv(128, 128, 3, 2)
        self.out5 = C3(256, 256, 1, False)
        self.detect = nn.ModuleList(nn.Conv2d(width, 3 * (5 + classes), 1) for width in (64, 128, 256))
        for stride, head in zip(STRIDES, self.detect):
            bias = head.bias.data.view(3, -1)
            bias[:, 4] += math.log(8 / (640 / stride) ** 2)
            bias[:, 5:] += math.log(0.6 / (classes - 0.99999))

    def forward(self, x):
        p3 = self.to_p3(x)
        p4 = self.to_p4(p3)
        top = self.top(self.to_p5(p4))
        middle = self.middle(self.merge4(torch.cat((F.interpolate(top, scale_factor=2), p4), 1)))
        out3 = self.merge3(torch.cat((F.interpolate(middle, scale_factor=2), p3), 1))
        out4 = self.out4(torch.cat((self.down3(out3), middle), 1))
        out5 = self.out5(torch.cat((self.down4(out4), top), 1))
        return [head(out) for head, out in zip(self.detect, (out3, out4, out5))]


def ciou(a, b):
    """Complete IoU of boxes (x, y, width, height) in rows (Zheng et al., 2020)."""
    (ax, ay, aw, ah), (bx, by, bw, bh) = a.unbind(1), b.unbind(1)
    across = (torch.min(ax + aw / 2, bx + bw / 2) - torch.max(ax - aw / 2, bx - bw / 2)).clamp(0)
    down = (torch.min(ay + ah / 2, by + bh / 2) - torch.max(ay - ah / 2, by - bh / 2)).clamp(0)
    shared = across * down
    iou = shared / (aw * ah + bw * bh - shared + 1e-7)
    hull_w = torch.max(ax + aw / 2, bx + bw / 2) - torch.min(ax - aw / 2, bx - bw / 2)
    hull_h = torch.max(ay + ah / 2, by + bh / 2) - torch.min(ay - ah / 2, by - bh / 2)
    far = ((ax - bx) ** 2 + (ay - by) ** 2) / (hull_w**2 + hull_h**2 + 1e-7)
    shape = 4 / math.pi**2 * (torch.atan(bw / bh) - torch.atan(aw / ah)) ** 2
    with torch.no_grad():
        weight = shape / (shape - iou + 1 + 1e-7)
    return iou - far - weight * shape


class YoloLoss:
    """Targets are rows of image, class, x, y, width, height; the boxes as shares of the image."""

    def __init__(self, classes, size):
        self.classes = classes
        self.gains = (0.05, 1.0 * (size / 640) ** 2, 0.5 * classes / 80)
        self.balance = (4.0, 1.0, 0.4)
        self.steps = torch.tensor(((0, 0), (-1, 0), (0, -1), (1, 0), (0, 1))) * 0.5

    def __call__(self, outputs, targets):
        box = objectness = kind = 0
        images = outputs[0].shape[0]
        for level, output in enumerate(outputs):
            rows, columns = output.shape[2:]
            values = output.view(images, 3, 5 + self.classes, rows, columns).permute(0, 1, 3, 4, 2)
            wanted = torch.zeros(values.shape[:4])
            at, boxes, anchors, classes = self.matches(level, targets, rows, columns)
            if len(classes):
                found = values[at]
                centers = found[:, 0:2].sigmoid() * 2 - 0.5
                sides = (found[:, 2:4].sigmoid() * 2) ** 2 * anchors
                overlap = ciou(torch.cat((centers, sides), 1), boxes)
                box = box + (1 - overlap).mean()
                wanted[at] = overlap.detach().clamp(0)
                if self.classes > 1:
                    kind = kind + F.binary_cross_entropy_with_logits(
                        found[:, 5:], F.one_hot(classes, self.classes).float()
                    )
            objectness = objectness + self.balance[level] * F.binary_cross_entropy_with_logits(values[..., 4], wanted)
        return images * (self.gains[0] * box + self.gains[1] * objectness + self.gains[2] * kind)

    def matches(self, level, targets, rows, columns):
        """Which cells and anchors predict which object: by shape, in the centre's cell and its two nearest."""
        grid = torch.tensor((columns, rows))
        anchors = torch.tensor(ANCHORS[level]) / STRIDES[level]
        sides = targets[:, 4:6] * grid
        ratio = sides[None] / anchors[:, None]
        anchor, row = (torch.max(ratio, 1 / ratio).amax(2) < 4).nonzero(as_tuple=True)
        centers = targets[row, 2:4] * grid
        low = (centers % 1 < 0.5) & (centers > 1)
        rest = grid - centers
        high = (rest % 1 < 0.5) & (rest > 1)
        near = torch.cat((torch.ones(1, len(row), dtype=torch.bool), low.T, high.T))
        place, match = near.nonzero(as_tuple=True)
        anchor, row, centers = anchor[match], row[match], centers[match]
        cell = (centers + self.steps[place]).long()
        column, line = cell[:, 0].clamp(0, columns - 1), cell[:, 1].clamp(0, rows - 1)
        boxes = torch.cat((centers - torch.stack((column, line), 1), sides[row]), 1)
        chosen = targets[row]
        return (chosen[:, 0].long(), anchor, line, column), boxes, anchors[anchor], chosen[:, 1].long()


def optimizer(network):
    """Gradient descent with Nesterov's momentum; kernels alone decay."""
    kernels = [p for p in network.parameters() if p.dim() > 1]
    others = [p for p in network.parameters() if p.dim() == 1]
    groups = [{"params": kernels, "weight_decay": 5e-4}, {"params": others}]
    return torch.optim.SGD(groups, lr=0.01, momentum=0.937, nesterov=True)
