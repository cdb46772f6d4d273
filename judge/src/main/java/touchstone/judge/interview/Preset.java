package touchstone.judge.interview;

import touchstone.judge.text.Text;

/// Weights that suit a kind of candidate.
public record Preset(String id, Text title, Weights weights) {}
