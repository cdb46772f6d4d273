package touchstone.web.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The form of an interview's settings, as a browser would send it.
record Form(List<Map.Entry<String, String>> fields) {
    private static final Pattern WHOLE = Pattern.compile("<form [^>]*id=\"settings\".*?</form>",
            Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<input ([^>]*)>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    Form {
        fields = List.copyOf(fields);
    }

    static Form of(String page) {
        var form = WHOLE.matcher(page);
        if (!form.find()) {
            throw new AssertionError(page);
        }
        var fields = new ArrayList<Map.Entry<String, String>>();
        FIELD.matcher(form.group()).results().map(field -> field.group(1)).forEach(field -> {
            var name = NAME.matcher(field);
            var value = VALUE.matcher(field);
            boolean sent = !field.contains("disabled")
                    && (!field.contains("type=\"checkbox\"") || field.contains("checked"));
            if (sent && name.find() && value.find()) {
                fields.add(Map.entry(name.group(1), unescaped(value.group(1))));
            }
        });
        return new Form(fields);
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    List<String> all(String name) {
        return fields.stream().filter(field -> field.getKey().equals(name)).map(Map.Entry::getValue).toList();
    }

    String one(String name) {
        return all(name).getFirst();
    }

    /// In place of all of this name.
    Form with(String name, String value) {
        var changed = new ArrayList<>(fields);
        changed.removeIf(field -> field.getKey().equals(name));
        changed.add(Map.entry(name, value));
        return new Form(changed);
    }

    Form adding(String name, String value) {
        var changed = new ArrayList<>(fields);
        changed.add(Map.entry(name, value));
        return new Form(changed);
    }

    Form pressing(String button) {
        return with("do", button);
    }

    /// With other minutes for an item.
    Form timing(String item, String minutes) {
        var changed = new ArrayList<>(fields);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).getKey().equals("item") && changed.get(i).getValue().endsWith(":" + item)) {
                changed.set(i + 1, Map.entry("itemMinutes", minutes));
            }
        }
        return new Form(changed);
    }

    List<String> items() {
        return all("item").stream().map(item -> item.substring(item.indexOf(':') + 1)).toList();
    }
}
