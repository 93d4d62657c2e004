"""What ncnn and ONNX Runtime make of the same exported model, on the same noise.

    falconet export nanodet-m --to onnx,ncnn --out models
    python3 compare.py models/*

Each folder holds model.onnx, model.param and model.bin, and maybe a second stage. Printed is, for each model, the largest
difference of any output, relative to that output's largest value, in 32-bit floats. Ends with an error where one is
larger than LIMIT. Needs numpy, ncnn and onnxruntime.
"""

import sys
from pathlib import Path

import ncnn
import numpy as np
import onnxruntime

LIMIT = 1e-3


def by_onnx(file, images):
    session = onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(names, {name: image[None] for name, image in images.items()})))


def noise(file, seed):
    session = onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])
    random = np.random.default_rng(seed)
    return {i.name: random.standard_normal(i.shape[1:], dtype=np.float32) for i in session.get_inputs()}


def by_ncnn(stem, images, outputs):
    net = ncnn.Net()
    net.opt.num_threads = 1
    net.opt.use_fp16_packed = False
    net.opt.use_fp16_storage = False
    net.opt.use_fp16_arithmetic = False
    net.opt.use_bf16_storage = False
    if net.load_param(stem + ".param") != 0 or net.load_model(stem + ".bin") != 0:
        raise SystemExit(f"{stem}: ncnn cannot read the model")
    extractor = net.create_extractor()
    for name, image in images.items():
        extractor.input(name, ncnn.Mat(image).clone())
    found = {}
    for name in outputs:
        code, blob = extractor.extract(name)
        if code != 0:
            raise SystemExit(f"{stem}: ncnn gives no {name} ({code})")
        found[name] = np.array(blob)
    return found


def difference(stem):
    images = noise(stem + ".onnx", 1)
    expected = by_onnx(stem + ".onnx", images)
    found = by_ncnn(stem, images, expected)
    differences = []
    for name, value in expected.items():
        if found[name].shape != value.shape[1:]:
            raise SystemExit(f"{stem}: {name} is {found[name].shape}, expected {value.shape[1:]}")
        differences.append(np.abs(found[name] - value[0]).max() / np.abs(value).max())
    return np.max(differences)  # not a number where one is none


failed = 0
for folder in map(Path, sys.argv[1:]):
    for part in ("model", "second-stage"):
        if (folder / (part + ".onnx")).exists():
            worst = difference(str(folder / part))
            failed += not worst < LIMIT
            print(f"{folder.name} {part}: {worst:.1e}{'' if worst < LIMIT else '  <-- too large'}", flush=True)
sys.exit(failed > 0)
