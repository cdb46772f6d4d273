package exercise;

/// Counts the parameters of an encoder, once as BERT (Devlin et al. 2019) and once as
/// ALBERT (Lan et al. 2020, section 3.1), which factorises the embedding of words and
/// uses one layer again and again. Counted is what the models of Hugging Face hold: with
/// the pooler, without the head for masked words. All counts fit into a long.
public interface AlbertParamCount {
    /// Embeddings of width H with a LayerNorm, L different layers, and the pooler.
    ///
    /// @param V
    ///            words of the vocabulary, at least 1
    /// @param H
    ///            width of the hidden states, at least 1
    /// @param L
    ///            layers, at least 1
    /// @param F
    ///            width inside of the feed-forward network, at least 1
    /// @param P
    ///            positions, at least 1
    /// @param S
    ///            segments, at least 1
    /// @throws IllegalArgumentException
    ///             if an argument is less than 1
    long bert(int V, int H, int L, int F, int P, int S);

    /// Embeddings of width E with a LayerNorm, a projection from E to H unless the two are
    /// equal, ONE layer however many times it is used, and the pooler.
    ///
    /// @param V
    ///            words of the vocabulary, at least 1
    /// @param E
    ///            width of the embeddings, at least 1
    /// @param H
    ///            width of the hidden states, at least 1
    /// @param L
    ///            how many times the layer is used, at least 1
    /// @param F
    ///            width inside of the feed-forward network, at least 1
    /// @param P
    ///            positions, at least 1
    /// @param S
    ///            segments, at least 1
    /// @throws IllegalArgumentException
    ///             if an argument is less than 1
    long albert(int V, int E, int H, int L, int F, int P, int S);
}
