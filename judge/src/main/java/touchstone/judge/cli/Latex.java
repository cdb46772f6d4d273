package touchstone.judge.cli;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Formulas as people would type them: `\alpha_i \le \sqrt{n}` becomes
/// `αᵢ ≤ √(n)`. What it does not know stays as it is, which is still readable.
final class Latex {
    private static final Map<String, String> SYMBOLS = Pattern.compile("\\s+")
            .splitAsStream(
                    """
                        alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ kappa=κ lambda=λ mu=μ
                        nu=ν xi=ξ pi=π rho=ρ sigma=σ tau=τ phi=φ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ
                        Lambda=Λ Sigma=Σ Phi=Φ Psi=Ψ Omega=Ω times=× cdot=· cdots=⋯ ldots=… dots=… pm=± le=≤ leq=≤ ge=≥
                        geq=≥ ne=≠ neq=≠ approx=≈ equiv=≡ sim=~ in=∈ notin=∉ subset=⊂ subseteq=⊆ cup=∪ cap=∩
                        emptyset=∅ forall=∀ exists=∃ infty=∞ partial=∂ nabla=∇ sum=∑ prod=∏ int=∫ to=→ rightarrow=→
                        leftarrow=← mapsto=↦ Rightarrow=⇒ iff=⇔ odot=⊙ otimes=⊗ oplus=⊕ ast=* star=⋆ circ=∘ top=ᵀ
                        lfloor=⌊ rfloor=⌋ lceil=⌈ rceil=⌉ langle=⟨ rangle=⟩ lbrace=｛ rbrace=｝ lVert=‖ rVert=‖ Vert=‖ lvert=| rvert=|
                        vert=| mid=| ll=≪ gg=≫ hat=^ bar=¯ land=∧ lor=∨ neg=¬ ell=ℓ prime=′
                        """.strip())
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    private static final Map<Integer, Integer> SUPERSCRIPTS = pairs("0123456789+-=()niTabcdehjkmoprstuvwxyz",
            "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵃᵇᶜᵈᵉʰʲᵏᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ");
    private static final Map<Integer, Integer> SUBSCRIPTS = pairs("0123456789+-=()aehijklmnoprstuvx",
            "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");

    private static final String GROUP = "\\{([^{}]*)}";
    private static final Pattern FONT = Pattern.compile(
            "\\\\(?:text|mathrm|mathbf|mathit|mathsf|mathtt|operatorname|boldsymbol|textbf)\\*?" + GROUP);
    private static final Pattern BLACKBOARD = Pattern.compile("\\\\math(?:bb|cal)" + GROUP);
    private static final Pattern FRACTION = Pattern.compile("\\\\[dt]?frac" + GROUP + GROUP);
    private static final Pattern ROOT = Pattern.compile("\\\\sqrt" + GROUP);
    /// Matrices become `[a, b; c, d]`, and so does whatever else has rows.
    private static final Pattern ENVIRONMENT = Pattern
            .compile("\\\\(begin|end)\\{[a-z]+\\*?}(?:\\{[lcr|]+})? ?");
    private static final Pattern SPACING = Pattern
            .compile("\\\\(?:left|right|big|Big|bigl|bigr|displaystyle)(?![a-z])");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([,;:!%&#_|{} ])");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+) ?");
    private static final Pattern SCRIPT = Pattern.compile("([_^])(?:" + GROUP + "|([^\\s{}\\\\]))");

    private Latex() {}

    static String unicode(String formula) {
        var flat = ENVIRONMENT.matcher(formula)
                .replaceAll(found -> "begin".equals(found.group(1)) ? "[" : "]");
        var text = SPACING.matcher(flat.replaceAll("\\s*(?<!\\\\)&\\s*", ", ")
                .replaceAll("\\s*\\\\\\\\", ";")
                .replaceAll("\\\\q?quad", "  ")).replaceAll("");
        String before;
        do {
            before = text;
            text = FONT.matcher(text).replaceAll("$1");
            text = replace(BLACKBOARD, text, found -> blackboard(found.group(1)));
            text = replace(COMMAND, text, found -> symbol(found));
            text = replace(SCRIPT, text, Latex::script);
            text = FRACTION.matcher(text).replaceAll("($1)/($2)");
            text = ROOT.matcher(text).replaceAll("√($1)");
        } while (!text.equals(before));
        text = ESCAPE.matcher(text)
                .replaceAll(found -> "{}%&#_|".contains(found.group(1)) ? found.group(1) : " ");
        // marks that would have been taken for syntax above
        text = text.replace('＾', '^').replace('＿', '_').replace('｛', '{').replace('｝', '}');
        return text.replaceAll("\\((\\p{L}|\\p{N}+)\\)/", "$1/")
                .replaceAll("/\\((\\p{L}|\\p{N}+)\\)", "/$1")
                .strip();
    }

    private static String symbol(MatchResult command) {
        var symbol = SYMBOLS.get(command.group(1));
        if (symbol != null) {
            return symbol + (command.group().endsWith(" ") ? " " : "");
        }
        // min, log, exp and their like are words already; the structured commands wait for their arguments
        boolean structured = command.group(1).matches("[dt]?frac|sqrt|text.*|math.*|operatorname|boldsymbol");
        return structured ? command.group() : command.group(1) + " ";
    }

    private static String blackboard(String letters) {
        return letters.replace('R', 'ℝ').replace('N', 'ℕ').replace('Z', 'ℤ').replace('Q', 'ℚ');
    }

    private static String script(MatchResult found) {
        boolean above = found.group(1).equals("^");
        // a command such as \max leaves a space behind its word
        var text = (found.group(2) == null ? found.group(3) : found.group(2)).strip();
        var letters = above ? SUPERSCRIPTS : SUBSCRIPTS;
        if (text.codePoints().allMatch(letters::containsKey)) {
            return text.codePoints()
                    .map(letters::get)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
        }
        boolean single = text.codePointCount(0, text.length()) == 1;
        // full-width marks, so that the next round does not take it for a script again
        return (above ? "＾" : "＿") + (single ? text : "(" + text + ")");
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> replacement) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
    }

    private static Map<Integer, Integer> pairs(String from, String to) {
        int[] keys = from.codePoints().toArray();
        int[] values = to.codePoints().toArray();
        return IntStream.range(0, keys.length)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> keys[i], i -> values[i]));
    }
}
