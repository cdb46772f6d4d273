/// The wire: what the judge and a boxed program say to each other over two pipes.
/// Written so that a box in another language can be built from this page alone.
///
/// ## Frames
/// All numbers are little-endian. A frame is
///
/// | bytes | meaning |
/// |---|---|
/// | 4 | `length`: how many bytes follow, 9 or more; at most the frame cap |
/// | 1 | `kind` |
/// | 8 | `callId` |
/// | `length` − 9 | payload, as the kind demands, to the last byte |
///
/// The box speaks first and once of its own accord: HELLO. After that the judge
/// asks and the box answers, one request in flight. The judge draws an
/// unpredictable call id for each request and the answer repeats it.
///
/// | kind | name | direction | payload |
/// |---|---|---|---|
/// | 1 | HELLO | box → judge, call id 0 | int protocol version (3), byte program (1 worker, 2 compiler) |
/// | 2 | LOAD | judge → worker | int cells, int rows, int textBytes, int printedBytes (the caps); byte followed (1 if another LOAD may come, 0 if that would be a violation); text contract, text main class; classes of the contract; classes of the submission |
/// | 3 | CONSTRUCT | judge → worker | none |
/// | 4 | CALL | judge → worker | text method, int count, that many values |
/// | 5 | COMPILE | judge → compiler | int diagnosticsMax; int count, that many (text file name, block source in UTF-8); classes of the contract |
/// | 6 | PING | judge → box | none |
/// | 16 | RETURNED | box → judge | byte flags (1 arguments changed, 2 result shares an array with the arguments), text printed, value |
/// | 17 | THREW | worker → judge | int count, that many texts (class names, the thrown one first); text message; int count, that many texts (own frames, innermost first); text printed |
/// | 18 | REFUSED | box → judge | byte reason, see [Refusal] |
/// | 19 | COMPILED | compiler → judge | classes; diagnostics |
/// | 20 | REJECTED | compiler → judge | diagnostics |
///
/// LOAD, CONSTRUCT and PING are answered by RETURNED with the value null.
///
/// | word | bytes |
/// |---|---|
/// | text | int length, then that many bytes of UTF-8; malformed bytes are read as U+FFFD |
/// | block | int length, then that many bytes |
/// | classes | int count, that many (text binary name, block class file) |
/// | diagnostics | int count, that many (byte severity: 1 error, 2 warning; text file; long line; long column; int start, int end: characters of the file from 0, the end not before the start; text code, as javac names the message; text message) |
///
/// ## Values
/// A value is a tag byte and what the tag demands. The reader knows which type it
/// expects (the contract declares it) and refuses any other tag.
///
/// | tag | type | then |
/// |---|---|---|
/// | 0 | null; never where a number or a truth value is expected | nothing |
/// | 1 | int | 4 bytes |
/// | 2 | long | 8 bytes |
/// | 3 | double | 8 bytes, IEEE 754; the bits of a NaN are kept |
/// | 4 | boolean | 1 byte, 0 or 1 |
/// | 5 | string | a text |
/// | 6 | array of int | int count, count × 4 bytes |
/// | 7 | array of long | int count, count × 8 bytes |
/// | 8 | array of double | int count, count × 8 bytes |
/// | 9 | array of boolean | int count, count × 1 byte, each 0 or 1 |
/// | 10 | array of anything else | int count, count values |
/// | 11 | record | byte count, that many values in the order of declaration |
///
/// ## Caps
/// Both sides count before they allocate, and count again what is mentioned again:
/// one row under a million names is a million rows.
///
/// | cap | on |
/// |---|---|
/// | frame | `length` of any frame |
/// | cells | numbers, truth values and strings in one value |
/// | rows | arrays and records in one value, and the entries of arrays with tag 10 |
/// | textBytes | one string in a value |
/// | depth | 8 values inside one another |
///
/// A worker whose result exceeds a cap answers REFUSED and lives on; a judge that
/// receives a value beyond a cap ends the connection.
///
/// ## The end
/// The judge ends a box by killing it. It does so at the first byte that is not
/// as described here: a length below 9 or above the cap, an unknown kind, a call
/// id that was not asked for, a payload too short or too long, bytes after a
/// frame that nobody asked for. A box ends when its input ends.
@NullMarked
package touchstone.sandbox.wire;

import org.jspecify.annotations.NullMarked;
