package exercise;

/// Huffman codes over the symbols 0 … K-1, in canonical form, so that the lengths alone
/// determine the code. Huffman (1952); canonical codes as in RFC 1951, section 3.2.2; used
/// on quantized weights by Han, Mao and Dally (2016), section 4.
///   Every method takes the frequencies of the symbols, `[K]`, none negative and not all
/// 0, and refuses anything else with IllegalArgumentException. Arguments are never
/// modified.
public interface Huffman {
    /// The lengths of the code words. The two nodes with the smallest (weight, order) are
    /// merged until one is left; the order of a leaf is its symbol, that of the j-th merged
    /// node, j = 0, 1, …, is K + j.
    ///
    /// @return `[K]`, 0 for symbols of frequency 0; 1 for a symbol that is the only one
    int[] lengths(int[] freq);

    /// Bits of a text in which the symbols have these frequencies. May exceed an int.
    long totalBits(int[] freq);

    /// The code words of the symbols, one after the other. Symbols sorted by (length,
    /// symbol) get ascending words: the first has zeros only, and each further one is the
    /// word before plus one, with zeros appended up to its length.
    ///
    /// @param symbols
    ///            any number of symbols that have a code word, none included
    /// @return characters 0 and 1; empty for no symbols
    /// @throws IllegalArgumentException
    ///             also if symbols is null or a symbol is none of 0 … K-1 or has
    ///             frequency 0
    String encode(int[] freq, int[] symbols);

    /// The symbols whose code words, one after the other, are these bits.
    ///
    /// @param bits
    ///            characters 0 and 1; may be empty
    /// @throws IllegalArgumentException
    ///             also if bits is null, holds another character or is no sequence of
    ///             whole code words
    int[] decode(int[] freq, String bits);

    /// The entropy of the frequencies times their sum n, `-Σ f · log2(f / n)`: what no
    /// code with a word for each symbol can fall below.
    double entropyBits(int[] freq);
}
