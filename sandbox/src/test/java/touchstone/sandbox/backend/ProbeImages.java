package touchstone.sandbox.backend;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import touchstone.sandbox.BoxSpec.Program;
import touchstone.sandbox.probe.Main;

/// Images whose worker is the probe of these tests.
public final class ProbeImages {
    private ProbeImages() {}

    public static BoxImages open(Path cache) {
        var recipe = new ImageRecipe(List.of("touchstone.sandbox.probe"), List.of("java.base"),
                Main.class.getName());
        return BoxImages.open(cache, List.of(BoxClasses.originOf(Main.class)), Map.of(Program.WORKER, recipe),
                _ -> {});
    }
}
