package touchstone.judge.formula;

import java.util.ArrayList;
import java.util.List;
import touchstone.judge.formula.Expression.Binary;
import touchstone.judge.formula.Expression.Call;
import touchstone.judge.formula.Expression.Literal;
import touchstone.judge.formula.Expression.Negation;
import touchstone.judge.formula.Expression.Operator;
import touchstone.judge.formula.Token.End;
import touchstone.judge.formula.Token.Name;
import touchstone.judge.formula.Token.Numeral;
import touchstone.judge.formula.Token.Raised;
import touchstone.judge.formula.Token.Symbol;
import touchstone.judge.formula.Token.Wrong;

/// Reads tokens by recursive descent: sums of products of signed powers. A minus sign binds less than a power, a
/// power binds to the right, and two operands side by side are a mistake.
final class Parser {
    /// Things inside one another; every recursion below passes through [#signed()] or [#root].
    private static final int DEPTH_MAX = 60;

    private final List<Token> tokens;
    private final Names names;
    private int at;
    private int depth;

    Parser(List<Token> tokens, Names names) {
        this.tokens = tokens;
        this.names = names;
        boolean named = tokens.size() > 1
                && tokens.get(0) instanceof Name(var _, var name)
                && tokens.get(1).is('=')
                && names.variable(name).isEmpty();
        at = named ? 2 : 0;
    }

    Expression parse() throws UnreadableException {
        var expression = sum();
        if (!(peek() instanceof End)) {
            throw unexpected();
        }
        return expression;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean skip(char symbol) {
        boolean found = peek().is(symbol);
        if (found) {
            at++;
        }
        return found;
    }

    private Expression sum() throws UnreadableException {
        var left = product();
        while (true) {
            if (skip('+')) {
                left = new Binary(Operator.PLUS, left, product());
            } else if (skip('-')) {
                left = new Binary(Operator.MINUS, left, product());
            } else {
                return left;
            }
        }
    }

    private Expression product() throws UnreadableException {
        var left = signed();
        while (true) {
            if (skip('*')) {
                left = new Binary(Operator.TIMES, left, signed());
            } else if (skip('/')) {
                left = new Binary(Operator.OVER, left, signed());
            } else {
                return left;
            }
        }
    }

    private Expression signed() throws UnreadableException {
        deeper();
        Expression expression;
        if (skip('-')) {
            expression = new Negation(signed());
        } else if (skip('+')) {
            expression = signed();
        } else {
            expression = power();
        }
        depth--;
        return expression;
    }

    private void deeper() throws UnreadableException {
        depth++;
        if (depth > DEPTH_MAX) {
            throw new UnreadableException(peek(), "formula.deep", DEPTH_MAX);
        }
    }

    private Expression power() throws UnreadableException {
        var base = operand();
        if (peek() instanceof Raised(var _, var _, double exponent)) {
            at++;
            base = new Binary(Operator.POWER, base,
                    exponent < 0 ? new Negation(new Literal(-exponent)) : new Literal(exponent));
        }
        return skip('^') ? new Binary(Operator.POWER, base, signed()) : base;
    }

    private Expression operand() throws UnreadableException {
        return switch (peek()) {
            case Numeral(var _, var _, double value) -> {
                at++;
                yield new Literal(value);
            }
            case Name name -> {
                at++;
                yield named(name);
            }
            case Symbol open when open.is('(') || open.is('[') -> group(open);
            case Symbol bar when bar.is('|') -> new Call(Function.ABS, List.of(group(bar)));
            case Symbol root when root.is('√') -> root(root);
            case Wrong wrong -> throw new UnreadableException(wrong.hint());
            case Symbol _,Raised _,End _ -> throw missing();
        };
    }

    private Expression named(Name name) throws UnreadableException {
        var variable = names.variable(name.text());
        if (variable.isPresent()) {
            return variable.get();
        }
        var function = Function.named(name.text());
        if (function.isPresent()) {
            return call(name, function.get());
        }
        var constant = Names.constant(name.text());
        if (constant.isPresent()) {
            return constant.get();
        }
        throw names.unknown(name, peek().is('('));
    }

    private Expression call(Name name, Function function) throws UnreadableException {
        if (!(peek() instanceof Symbol open) || !(open.is('(') || open.is('['))) {
            throw new UnreadableException(name, "formula.call", name.text());
        }
        at++;
        var arguments = new ArrayList<Expression>();
        if (!peek().is(closing(open))) {
            do {
                arguments.add(sum());
            } while (skip(','));
        }
        close(open);
        if (!function.accepts(arguments.size())) {
            throw new UnreadableException(name, "formula.arguments", name.text(), function.least(),
                    arguments.size());
        }
        return function == Function.POW ? new Binary(Operator.POWER, arguments.get(0), arguments.get(1))
                : new Call(function, arguments);
    }

    private Expression group(Symbol open) throws UnreadableException {
        at++;
        var inside = sum();
        close(open);
        return inside;
    }

    private static char closing(Symbol open) {
        return switch (open.symbol()) {
            case '(' -> ')';
            case '[' -> ']';
            default -> open.symbol();
        };
    }

    private void close(Symbol open) throws UnreadableException {
        if (skip(closing(open))) {
            return;
        }
        boolean otherCloses = peek().is(')') || peek().is(']');
        if (peek() instanceof End || (otherCloses && open.is('|'))) {
            throw new UnreadableException(open, "formula.unclosed", open.text());
        }
        if (otherCloses) {
            throw new UnreadableException(peek(), "formula.mismatch", open.text(), peek().text());
        }
        throw unexpected();
    }

    /// Of the next number, name or bracket alone.
    private Expression root(Symbol root) throws UnreadableException {
        deeper();
        at++;
        boolean bare = !peek().is('(') && !peek().is('[') && !peek().is('|');
        var operand = operand();
        if (bare && (peek().is('^') || peek() instanceof Raised)) {
            throw new UnreadableException(root, "formula.root");
        }
        depth--;
        return new Call(Function.SQRT, List.of(operand));
    }

    /// An operand should be here.
    private UnreadableException missing() {
        if (at > 0) {
            return new UnreadableException(tokens.get(at - 1), "formula.missing.after",
                    tokens.get(at - 1).text());
        }
        return peek() instanceof End ? new UnreadableException(Formula.EMPTY)
                : new UnreadableException(peek(), "formula.missing.before", peek().text());
    }

    /// An operand is complete, and this follows.
    private UnreadableException unexpected() {
        var token = peek();
        return switch (token) {
            case Wrong wrong -> new UnreadableException(wrong.hint());
            case Numeral _,Name _ -> sideBySide(token);
            case Symbol symbol -> switch (symbol.symbol()) {
                case '(', '[', '√' -> sideBySide(token);
                case ')', ']' -> new UnreadableException(token, "formula.unopened", token.text());
                case ',' -> new UnreadableException(token, "formula.comma");
                case '|' -> new UnreadableException(token, "formula.bar");
                case '=' -> new UnreadableException(token, "formula.equation");
                default -> new UnreadableException(token, "formula.symbol", token.text());
            };
            case Raised _,End _ -> new UnreadableException(token, "formula.symbol", token.text());
        };
    }

    private UnreadableException sideBySide(Token token) {
        return new UnreadableException(token, "formula.product",
                tokens.get(at - 1).text() + "*" + token.text());
    }
}
