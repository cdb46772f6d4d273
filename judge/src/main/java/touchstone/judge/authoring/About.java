package touchstone.judge.authoring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a test is about, as a key of `about` in exercise.yaml. It is the only thing about a
/// hidden test that a candidate ever gets to see, so it must not give the test away.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface About {
    String value();
}
