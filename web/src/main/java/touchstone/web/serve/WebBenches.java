package touchstone.web.serve;

import java.util.Map;
import touchstone.judge.cli.Context;
import touchstone.judge.cli.Extension;
import touchstone.web.bench.WebBenchCommand;

/// `bench web`.
public final class WebBenches implements Extension {
    @Override
    public String bundle() {
        return WebBenchCommand.BUNDLE;
    }

    @Override
    public Map<String, Object> commands(Context context) {
        return Map.of();
    }

    @Override
    public Map<String, Object> benches(Context context) {
        return Map.of("web", new WebBenchCommand(context));
    }
}
