package touchstone.sandbox.backend;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.sandbox.BoxSpec.Program;
import touchstone.sandbox.probe.Main;

/// Images whose worker is the probe of these tests, with the canary beside it.
public final class ProbeImages {
    private ProbeImages() {}

    public static BoxImages open(Path cache) {
        var recipe = new ImageRecipe(Optional.empty(),
                List.of("touchstone.sandbox.probe", "touchstone.sandbox.worker", "touchstone.sandbox.wire"),
                List.of("java.base"), Main.class.getName());
        return BoxImages.open(cache,
                List.of(BoxClasses.originOf(Main.class), BoxClasses.originOf(BoxImages.class)),
                Map.of(Program.WORKER, recipe), _ -> {});
    }
}
