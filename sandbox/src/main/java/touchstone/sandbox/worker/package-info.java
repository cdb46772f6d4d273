/// What runs inside the box: loads one submission and answers calls, in the
/// words of [touchstone.sandbox.wire]. It holds no test and no expected value.
///
/// Everything here shares its process with hostile code. What it reports is
/// therefore only the submission's claim; the judge draws its conclusions from
/// what it sees from outside. What this package owes to honest submissions is that
/// they are never harmed by their own slips: streams swapped, interrupts left
/// pending, exceptions that cannot be printed.
///
/// It uses few classes on purpose: no lambdas, no streams, no pattern switches.
/// Loading their machinery is a measurable part of a worker's life.
@NullMarked
package touchstone.sandbox.worker;

import org.jspecify.annotations.NullMarked;
