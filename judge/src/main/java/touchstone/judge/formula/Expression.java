package touchstone.judge.formula;

import java.util.List;

/// A formula as it was understood.
public sealed interface Expression {
    /// Neither negative nor infinite.
    record Literal(double value) implements Expression {}

    /// One of the variables.
    ///
    /// @param index in the declared order
    record Variable(int index, String name) implements Expression {}

    enum Constant implements Expression {
        PI, E
    }

    record Negation(Expression operand) implements Expression {}

    record Binary(Operator operator, Expression left, Expression right) implements Expression {}

    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    enum Operator {
        PLUS, MINUS, TIMES, OVER, POWER
    }
}
