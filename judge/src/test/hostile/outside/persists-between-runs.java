// expect: RUN_TIME_ERROR
// attack: leaves a note for its next worker and dies, so that a new one starts
// weak-box: detects
import exercise.MagnitudePrune;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        Path note = Path.of(System.getProperty("java.io.tmpdir"), "PWNED-persists-between-runs");
        try {
            if (Files.exists(note)) {
                throw new IllegalStateException("PWNED " + Files.readString(note));
            }
            Files.writeString(note, "seen test 1");
        } catch (IOException e) {
            // refused
        }
        Runtime.getRuntime().halt(1);
        return null;
    }
}
