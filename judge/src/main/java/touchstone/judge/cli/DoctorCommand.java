package touchstone.judge.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import touchstone.sandbox.ByteSize;
import touchstone.sandbox.Limits;
import touchstone.sandbox.SandboxException;

/// `doctor`: whether this machine can grade, and what is in force on it.
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--json", descriptionKey = "doctor.json", order = 1)
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    DoctorCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var examination = examination();
        context.print(json ? examination.json()
                : examination.text(context.words(), context.reportWords(), context.style(common)));
        return examination.sound() ? ExitCode.DONE : ExitCode.OUR_FAULT;
    }

    private Examination examination() {
        var library = context.library(common);
        var workshop = context.workshop();
        var machine = new Examination.Machine(Runtime.version().toString(), System.getProperty("java.home"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"), System.getProperty("user.name"),
                Runtime.getRuntime().availableProcessors(), memory(), workshop.cache(), workshop.shipped(),
                library.exercises().size(), library.problems().size());
        try (var progress = context.progress()) {
            var isolation = workshop.isolation(progress::doing);
            return new Examination(machine, Limits.defaults(), isolation.name(), isolation.safeguards(), "");
        } catch (SandboxException e) {
            return new Examination(machine, Limits.defaults(), "", Set.of(), String.valueOf(e.getMessage()));
        }
    }

    private static ByteSize memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? new ByteSize(system.getTotalMemorySize())
                : new ByteSize(0);
    }
}
