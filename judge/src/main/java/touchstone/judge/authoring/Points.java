package touchstone.judge.authoring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// How many points a hidden test is worth; all or nothing. A suite's points add up to 100. Also
/// lets the test take its exercise's contract, and a [Draw], as parameters.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SuiteParameters.class)
public @interface Points {
    int value();
}
