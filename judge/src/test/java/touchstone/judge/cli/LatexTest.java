package touchstone.judge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTest {
    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
        W \\in \\mathbb{R}^{m \\times n}      → W ∈ ℝ^(m × n)
        \\alpha_i \\le \\sqrt{n}              → αᵢ ≤ √(n)
        k = \\mathrm{rne}(r \\cdot N)         → k = rne(r · N)
        \\frac{QK^T}{\\sqrt{d_k}}             → (QKᵀ)/(√(dₖ))
        \\frac{1}{N}\\sum_{i=1}^{N} x_i^2     → 1/N∑ᵢ₌₁^N xᵢ²
        \\lVert W \\rVert_2                   → ‖ W ‖₂
        \\{0, 1\\}, 5\\%                      → {0, 1}, 5%
        \\left( \\frac{a+b}{2} \\right)       → ( (a+b)/2 )
        \\max(0, x) + \\log p                 → max (0, x) + log p
        w_{\\text{teacher}}                   → w_(teacher)
        \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} → [a, b; c, d ]
        \\lbrace x_{\\lbrace 1 \\rbrace} \\rbrace → { x_({ 1 }) }
        n_{\\max} + n_{max}                   → nₘₐₓ + nₘₐₓ
        plain                                 → plain
        """)
    void formulas_read_like_text(String formula, String text) {
        assertThat(Latex.unicode(formula)).isEqualTo(text);
    }
}
