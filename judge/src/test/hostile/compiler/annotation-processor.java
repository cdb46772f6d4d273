// expect: COMPILE_ERROR
// attack: brings an annotation processor along
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

public class Solution extends AbstractProcessor {
    @Override
    public boolean process(java.util.Set<? extends TypeElement> types, RoundEnvironment round) {
        throw new IllegalStateException("PWNED ran in the compiler");
    }
}
