/// What compiles inside a box of its own: javac, long-lived, in the words of
/// [touchstone.sandbox.wire].
///
/// Every compilation gets a new javac context; only the platform's own class files and listings
/// are kept from one to the next, for they are the same for everybody. javac's pooled contexts
/// would be cheaper and are not used: one submission that declares the contract's name spoils
/// them for all that follow.
@NullMarked
package touchstone.sandbox.compiler;

import org.jspecify.annotations.NullMarked;
