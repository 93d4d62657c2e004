package io.falconet.evaluator.engine;

import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An operator that PyTorch has and DJL does not offer, by way of TorchScript: a module of one line, in the archive format
 * in which PyTorch stores such modules. Gradients flow through it as through any other. Not thread-safe: one a network.
 */
final class ScriptedOperator {
    /** The pickled object: an instance of the class below with its one attribute. */
    private static final String OBJECT =
            "\u0080\u0002c__torch__\nOperator\n)\u0081}(X\b\u0000\u0000\u0000training\u0088ub.";

    /** The pickled empty tuple. */
    private static final String NO_CONSTANTS = "\u0080\u0002).";

    private static final String SOURCE = "class Operator(Module):\n"
            + "  __parameters__ = []\n"
            + "  __buffers__ = []\n"
            + "  training : bool\n"
            + "  def forward(self: __torch__.Operator,\n"
            + "    x: Tensor) -> Tensor:\n"
            + "    return %s\n";

    private final PtSymbolBlock module;

    /**
     * @param manager that owns the module
     * @param expression of {@code x} in TorchScript, such as {@code torch.silu(x)}
     */
    ScriptedOperator(PtNDManager manager, String expression) {
        try {
            module = JniUtils.loadModule(manager, new ByteArrayInputStream(archive(expression)), false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The result, in the care of the operand's manager.
     *
     * @param training whether gradients are to flow back
     */
    PtNDArray apply(PtNDArray x, boolean training) {
        return (PtNDArray) IValueUtils.forward(module, new NDList(x), training).singletonOrThrow();
    }

    private static byte[] archive(String expression) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "data.pkl", OBJECT);
            store(zip, "code/__torch__.py", SOURCE.formatted(expression));
            store(zip, "constants.pkl", NO_CONSTANTS);
            store(zip, "version", "3\n");
        }
        return bytes.toByteArray();
    }

    /** As it is: PyTorch reads nothing that is compressed. */
    private static void store(ZipOutputStream zip, String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry("operator/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
