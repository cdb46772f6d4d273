package touchstone.judge.upload;

import java.util.List;

/// What was handed over.
///
/// @param files in the order of their paths
/// @param leftOut what is in it and cannot be used, with the reason; what no person put there is in neither
public record Upload(List<File> files, List<LeftOut> leftOut) {
    public Upload {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /// A file in memory.
    ///
    /// @param path from the top of the upload, with `/` between its parts
    public record File(String path, byte[] content) {
        @Override
        public String toString() {
            return path + " (" + content.length + " bytes)";
        }
    }

    /// An entry that is not used.
    public record LeftOut(String path, Reason reason) {}

    /// Why an entry is not used.
    public enum Reason {
        /// Leads out of the upload, or no file system of today could hold it.
        UNSAFE_NAME,
        /// Neither UTF-8 nor GB 18030.
        UNREADABLE_NAME,
        /// Another one has the same, but perhaps for the case of letters.
        SAME_NAME,
        /// Could make a report quote any file of this machine.
        LINK,
        /// A table names it, and it is not there.
        MISSING,
        /// A device, a pipe, a socket.
        SPECIAL,
        ENCRYPTED,
        /// Compressed in a way that is not read here.
        UNSUPPORTED,
        TOO_LARGE,
        /// Archives within archives are not opened.
        ARCHIVE,
        /// Its bytes are not those that the archive promises.
        BROKEN
    }
}
