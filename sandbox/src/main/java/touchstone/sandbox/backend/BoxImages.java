package touchstone.sandbox.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import touchstone.sandbox.BoxSpec.Program;
import touchstone.sandbox.SandboxException;

/// The images that boxes run, built once per version of everything in them and
/// then found in the cache. Images of other versions are left alone: another
/// process may be running from them.
public final class BoxImages {
    private final Map<Program, BoxImage> images;

    private BoxImages(Map<Program, BoxImage> images) {
        this.images = images;
    }

    /// Finds the images in the cache or builds them, which takes a few seconds.
    ///
    /// @param progress is told, in a sentence, what takes so long
    public static BoxImages open(Path cache, Consumer<String> progress) {
        var recipes = new EnumMap<Program, ImageRecipe>(Program.class);
        for (var program : Program.values()) {
            recipes.put(program, ImageRecipe.of(program));
        }
        return open(cache, List.of(BoxClasses.originOf(BoxImages.class)), recipes, progress);
    }

    static BoxImages open(
            Path cache,
            List<Path> origins,
            Map<Program, ImageRecipe> recipes,
            Consumer<String> progress) {
        var javaHome = Path.of(System.getProperty("java.home"));
        var host = HostLibraries.find(Architecture.current(), javaHome);
        var images = new EnumMap<Program, BoxImage>(Program.class);
        recipes.forEach((program, recipe) -> {
            try {
                var classes = BoxClasses.read(origins, recipe.packages());
                var root = cache.resolve("images").resolve(nameOf(program, recipe, classes, host));
                if (!Files.isDirectory(root)) {
                    progress.accept(
                            "building the image of the boxed " + program.name().toLowerCase(Locale.ROOT));
                    new ImageBuilder(javaHome, host, recipe, classes).build(root);
                }
                images.put(program, new BoxImage(root, recipe.mainClass()));
            } catch (IOException e) {
                throw new SandboxException("cannot build a box image in " + cache + ": " + e, e);
            }
        });
        return new BoxImages(images);
    }

    public BoxImage image(Program program) {
        var image = images.get(program);
        if (image == null) {
            throw new IllegalArgumentException("no image for " + program);
        }
        return image;
    }

    /// Changes with anything that the image's content depends on; the C library is
    /// a copy, so an update of the host's must lead to a new image.
    private static String nameOf(
            Program program,
            ImageRecipe recipe,
            SortedMap<String, byte[]> classes,
            HostLibraries host) throws IOException {
        var digest = sha256();
        feed(digest, "layout " + ImageBuilder.LAYOUT + recipe);
        for (var each : classes.entrySet()) {
            feed(digest, each.getKey());
            digest.update(each.getValue());
        }
        feed(digest, host.shell() + stamp(host.shell()));
        for (var file : host.files()) {
            feed(digest, file + stamp(file));
        }
        return String.join("-", program.name().toLowerCase(Locale.ROOT), Runtime.version().toString(),
                System.getProperty("os.arch"), HexFormat.of().formatHex(digest.digest(), 0, 8));
    }

    private static String stamp(Path file) throws IOException {
        return " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis() + "\n";
    }

    private static void feed(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
