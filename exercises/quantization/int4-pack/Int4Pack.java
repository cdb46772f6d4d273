package exercise;

/// Storage of 4-bit codes: two in a byte or eight in a 32-bit word, as two's-complement
/// nibbles, the code with the lower index in the lower bits. No argument may be
/// modified.
public interface Int4Pack {
    /// Codes 2i and 2i+1 become the low and the high nibble of byte i. The nibble that
    /// an odd number of codes leaves over is 0.
    ///
    /// @param q
    ///            at least one code, each from -8 to 7
    /// @return `ceil(n / 2)` bytes as numbers from 0 to 255
    /// @throws IllegalArgumentException
    ///             if q is null or empty, or a code is out of range
    int[] pack(int[] q);

    /// The first n codes, with their signs. What a nibble holds that belongs to none of
    /// them does not matter.
    ///
    /// @param bytes
    ///            exactly `ceil(n / 2)` numbers from 0 to 255
    /// @param n
    ///            number of codes, at least 1
    /// @throws IllegalArgumentException
    ///             if bytes is null or holds anything else, n is below 1, or the two do
    ///             not fit together
    int[] unpack(int[] bytes, int n);

    /// Code 8w+i goes into bits 4i … 4i+3 of word w; bits left over in the last word
    /// are 0. The word is the Java int with these 32 bits, so it may be negative.
    ///
    /// @param q
    ///            at least one code, each from -8 to 7
    /// @throws IllegalArgumentException
    ///             if q is null or empty, or a code is out of range
    int[] packWords(int[] q);
}
