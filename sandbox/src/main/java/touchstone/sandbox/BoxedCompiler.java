package touchstone.sandbox;

import java.util.List;

/// javac in a box, long-lived and warm. One compilation at a time per box; several threads may
/// call, and wait for their turn. Nothing of one submission is visible to the next.
public final class BoxedCompiler implements AutoCloseable {
    public BoxedCompiler(Sandbox sandbox, Limits limits, int boxes) {
        throw new UnsupportedOperationException();
    }

    /// Compiles a submission against nothing but the contract and `java.base`.
    ///
    /// A box that dies is replaced and the compilation repeated, so that somebody else's kill
    /// costs nobody a verdict; only a source that takes every compiler down with it, while
    /// ordinary sources compile, is [Compilation.Rejected] as too complex.
    ///
    /// @throws SandboxException when no compiler can be had: our failure
    public Compilation compile(List<SourceFile> sources, List<ClassFile> contract) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
