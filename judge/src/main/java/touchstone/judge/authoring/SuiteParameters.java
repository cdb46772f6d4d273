package touchstone.judge.authoring;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a hidden test its parameters: the candidate, as the contract's type, and a [Draw].
public final class SuiteParameters implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        throw new UnsupportedOperationException();
    }
}
