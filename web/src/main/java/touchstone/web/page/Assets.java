package touchstone.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Style sheets, scripts and pictures. Their names hold a hash of their content, so browsers may keep them.
public final class Assets {
    private static final String FOLDER = "/touchstone/web/assets/";
    private static final String LICENSES = "third-party-licenses.txt";

    private final Map<String, String> files;

    private Assets(Map<String, String> files) {
        this.files = Map.copyOf(files);
    }

    /// Reads the manifest that the build of the front end has written.
    public static Assets read() {
        try (var manifest = stream("manifest.json")) {
            var files = JsonMapper.shared().readTree(manifest).properties();
            return new Assets(files.stream()
                    .collect(Collectors.toMap(Map.Entry::getKey,
                            entry -> entry.getValue().get("file").asString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The address of `base.css`.
    public String path(String name) {
        var file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException("the front end has no " + name + ", but " + files.keySet());
        }
        return "/assets/" + file;
    }

    /// What is in it, for files that stand alone.
    public String text(String name) {
        var file = path(name);
        try (var content = stream(file.substring(file.lastIndexOf('/') + 1))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /// Only what the build made can be asked for.
    Optional<InputStream> open(String file) {
        return files.containsValue(file) || file.equals(LICENSES)
                ? Optional.ofNullable(Assets.class.getResourceAsStream(FOLDER + file))
                : Optional.empty();
    }

    static String type(String file) {
        var ending = file.substring(file.lastIndexOf('.') + 1);
        return switch (ending) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            case "txt" -> "text/plain; charset=utf-8";
            default -> "application/octet-stream";
        };
    }

    private static InputStream stream(String name) {
        var stream = Assets.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new IllegalStateException("this build has no front end; build it again");
        }
        return stream;
    }
}
