package touchstone.web.serve;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A form of a page that changes something, with what stands in it.
///
/// @param page where it stands, which is where it leads if it does not say
record PageForm(String page, String action, List<Field> fields) {
    private static final Pattern FORM = Pattern
            .compile("(?s)<form\\b(?<tag>[^>]*method=\"post\"[^>]*)>(?<body>.*?)</form>");
    private static final Pattern FIELD = Pattern
            .compile("(?s)<(?<kind>input|textarea|select)\\b(?<tag>[^>]*)>(?:(?<content>.*?)</\\k<kind>>)?");
    private static final Pattern OPTION = Pattern.compile("<option\\b(?<tag>[^>]*)>");
    private static final Set<String> WORDS = Set.of("text", "search", "password", "email");

    PageForm {
        fields = List.copyOf(fields);
    }

    /// @param words whether people write in it what they like
    record Field(String name, String value, boolean words) {}

    static List<PageForm> in(String page, String html) {
        return FORM.matcher(html)
                .results()
                .map(form -> new PageForm(page, attribute(form.group("tag"), "action", page),
                        fields(form.group("body"))))
                .toList();
    }

    private static List<Field> fields(String html) {
        return FIELD.matcher(html).results().flatMap(PageForm::field).toList();
    }

    private static Stream<Field> field(MatchResult found) {
        var tag = found.group("tag");
        var name = attribute(tag, "name", "");
        var type = attribute(tag, "type", "text");
        boolean off = type.matches("checkbox|radio") && !tag.contains(" checked");
        if (name.isEmpty() || off) {
            return Stream.of();
        }
        return Stream.of(switch (found.group("kind")) {
            case "textarea" -> new Field(name, plain(String.valueOf(found.group("content"))), true);
            case "select" -> new Field(name, chosen(String.valueOf(found.group("content"))), false);
            default -> new Field(name, attribute(tag, "value", ""), WORDS.contains(type));
        });
    }

    private static String chosen(String options) {
        var all = OPTION.matcher(options).results().map(option -> option.group("tag")).toList();
        return all.stream()
                .filter(tag -> tag.contains(" selected"))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(tag -> attribute(tag, "value", ""))
                .orElse("");
    }

    private static String attribute(String tag, String name, String otherwise) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? plain(found.group(1)) : otherwise;
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /// Whether somebody can write anything in it.
    boolean takesWords() {
        return fields.stream().anyMatch(Field::words);
    }

    /// What a browser sends when somebody has written this everywhere.
    List<Map.Entry<String, String>> filled(String words) {
        return sent(field -> field.words() ? words : field.value());
    }

    /// The same from somebody who changes even what a browser would not let them.
    List<Map.Entry<String, String>> tampered(String words) {
        return sent(field -> field.name().equals("_csrf") ? field.value() : words);
    }

    private List<Map.Entry<String, String>> sent(Function<Field, String> value) {
        return fields.stream().map(field -> Map.entry(field.name(), value.apply(field))).toList();
    }
}
