package touchstone.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.FileLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static final Path ROOT = Path.of("src/main/resources/touchstone/web").toAbsolutePath();

    @Test
    void every_template_can_be_parsed() throws IOException {
        var engine = new PebbleEngine.Builder().loader(new FileLoader(ROOT.toString()))
                .strictVariables(true)
                .extension(new PageExtension(Assets.read()))
                .build();
        try (var files = Files.walk(ROOT)) {
            var templates = files.filter(file -> file.toString().endsWith(".peb")).toList();
            assertThat(templates).hasSizeGreaterThan(40)
                    .allSatisfy(file -> assertThat(engine.getTemplate(ROOT.relativize(file).toString()))
                            .isNotNull());
        }
    }
}
