package touchstone.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may be found on this machine when attacks are over: files where cases of
/// the collection try to put them, our own temporary folders, and processes.
final class Leavings {
    private static final Set<Path> PLACES = Stream
            .of("/", "/tmp", "/var/tmp", "/dev", "/dev/shm", "/etc", "/var/cache/touchstone", "",
                    System.getProperty("java.io.tmpdir"), System.getProperty("user.home"),
                    System.getProperty("java.home"))
            .map(place -> Path.of(place).toAbsolutePath())
            .collect(Collectors.toUnmodifiableSet());

    private Leavings() {}

    /// Files of attacks that reached the machine.
    static Set<Path> files() {
        var found = new TreeSet<Path>();
        PLACES.forEach(place -> found.addAll(entries(place, HostileJudging.LOOT)));
        return found;
    }

    /// Folders that we forgot to delete.
    static Set<Path> folders() {
        return entries(Path.of(System.getProperty("java.io.tmpdir")), "touchstone");
    }

    static Set<Path> delete(Set<Path> files) {
        for (var file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    static Set<String> processes() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(process -> process.pid() + " "
                        + Optional.of(process.info()).map(Object::toString).orElse(""))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Path> entries(Path folder, String word) {
        if (!Files.isReadable(folder)) {
            return Set.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).contains(word))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
