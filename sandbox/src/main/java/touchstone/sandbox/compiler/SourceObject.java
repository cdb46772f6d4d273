package touchstone.sandbox.compiler;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/// A source file as handed in. It accepts any class name: the judge does not care what a
/// candidate's file is called.
final class SourceObject extends SimpleJavaFileObject {
    private final String handedIn;
    private final String text;

    /// @param index makes equal file names differ
    SourceObject(int index, String handedIn, String text) {
        super(URI.create("source:///" + index + "/Source.java"), Kind.SOURCE);
        this.handedIn = handedIn;
        this.text = text;
    }

    @Override
    public String getName() {
        return handedIn;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE;
    }
}
