package touchstone.judge.authoring;

import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a hidden test its parameters: the candidate, as the contract's type, and a [Draw].
public final class SuiteParameters implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == Draw.class || type == source(test).contract();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var source = source(test);
        if (parameter.getParameter().getType() == Draw.class) {
            return Draw.of(source.seed(), test.getRequiredTestMethod().getName());
        }
        return source.candidate();
    }

    private static CandidateSource source(ExtensionContext test) {
        var store = test.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(CandidateSource.namespace()));
        return Objects.requireNonNull(store.get(CandidateSource.class, CandidateSource.class),
                "hidden suites are run by the judge, not by a plain JUnit launcher");
    }
}
