package touchstone.judge.authoring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Counts a test for one dimension of the rubric alone. A test without this mark counts for every
/// dimension that its exercise has a share in.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Dimension {
    RubricDimension value();
}
