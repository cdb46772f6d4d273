package touchstone.judge.cli;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.report.Columns;
import touchstone.judge.report.Printable;
import touchstone.judge.report.Style;
import touchstone.judge.text.Words;
import touchstone.sandbox.ByteSize;
import touchstone.sandbox.Limits;
import touchstone.sandbox.Safeguard;

/// What `doctor` found.
///
/// @param isolation the backend that passed the preflight, empty if none did
/// @param fault why submissions cannot be isolated here and what to do, empty if they can
record Examination(
        Machine machine,
        Limits limits,
        String isolation,
        Set<Safeguard> safeguards,
        String fault) {
    record Machine(
            String java,
            String javaHome,
            String system,
            String architecture,
            String user,
            int cores,
            ByteSize memory,
            Path cache,
            Path exercisesFolder,
            int exercises,
            int problems) {}

    boolean sound() {
        return fault.isEmpty();
    }

    String text(Words words, Words reports, Style style) {
        var out = new StringBuilder();
        out.append(sound() ? style.good(words.say("doctor.sound")) : style.bad(words.say("doctor.unsound")));
        out.append('\n');
        if (!sound()) {
            out.append(Printable.text(fault)).append('\n');
        }
        out.append('\n').append(style.bold(words.say("doctor.machine"))).append('\n');
        values(machine).forEach((name, value) -> row(out, name, value));
        if (sound()) {
            out.append('\n').append(style.bold(words.say("doctor.isolation", isolation))).append('\n');
            safeguards.forEach(
                    safeguard -> out.append("  ").append(reports.say("safeguard." + safeguard)).append('\n'));
        }
        out.append('\n').append(style.bold(words.say("doctor.limits"))).append('\n');
        values(limits).forEach((name, value) -> row(out, name, value));
        return out.toString();
    }

    String json() {
        var root = JsonMapper.shared().createObjectNode();
        root.put("sound", sound());
        root.put("fault", fault);
        put(root.putObject("machine"), values(machine));
        var box = root.putObject("isolation");
        box.put("name", isolation);
        var names = box.putArray("safeguards");
        safeguards.forEach(safeguard -> names.add(safeguard.name()));
        put(root.putObject("limits"), values(limits));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void row(StringBuilder out, String name, String value) {
        out.append("  ").append(Columns.pad(name, 24)).append("  ").append(value).append('\n');
    }

    private static void put(ObjectNode node, Map<String, String> values) {
        values.forEach(node::put);
    }

    /// Every component by its name, nested ones as `box.heap`, so that a limit
    /// that is added later cannot be forgotten here.
    private static Map<String, String> values(Record record) {
        var values = new LinkedHashMap<String, String>();
        for (var component : record.getClass().getRecordComponents()) {
            switch (value(record, component)) {
                case ByteSize size -> values.put(component.getName(), readable(size));
                case Record nested -> values(nested)
                        .forEach((name, value) -> values.put(component.getName() + "." + name, value));
                case Duration duration ->
                    values.put(component.getName(), duration.toMillis() / 1000.0 + " s");
                case Object plain -> values.put(component.getName(), plain.toString());
            }
        }
        return values;
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records of ours are open to us", e);
        }
    }

    private static String readable(ByteSize size) {
        return size.bytes() > 1L << 30 ? (size.bytes() >> 20) + " MiB" : size.toString();
    }
}
