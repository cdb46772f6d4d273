package touchstone.web.markup;

import java.util.Set;
import java.util.function.BiConsumer;

/// Cuts any text into pieces as Java would, and where Java would give up goes on at the next line.
final class JavaLexer {
    enum Kind {
        PLAIN(""),
        KEYWORD("kw"),
        STRING("str"),
        NUMBER("num"),
        COMMENT("com"),
        ANNOTATION("ann"),
        TYPE("type");

        private final String css;

        Kind(String css) {
            this.css = css;
        }

        String css() {
            return css;
        }
    }

    private static final Set<String> KEYWORDS = Set.of("abstract", "assert", "boolean", "break", "byte",
            "case", "catch", "char", "class", "const", "continue", "default", "do", "double", "else", "enum",
            "extends", "false", "final", "finally", "float", "for", "goto", "if", "implements", "import",
            "instanceof", "int", "interface", "long", "native", "new", "null", "package", "permits",
            "private", "protected", "public", "record", "return", "sealed", "short", "static", "strictfp",
            "super", "switch", "synchronized", "this", "throw", "throws", "transient", "true", "try", "var",
            "void", "volatile", "while", "yield");
    private static final String TEXT_BLOCK = "\"\"\"";

    private final String text;

    JavaLexer(String text) {
        this.text = text;
    }

    void forEach(BiConsumer<Kind, String> pieces) {
        int plain = 0;
        int at = 0;
        while (at < text.length()) {
            var kind = kind(at);
            int end = end(kind, at);
            if (kind == Kind.KEYWORD) {
                kind = word(text.substring(at, end));
            }
            if (kind != Kind.PLAIN) {
                pieces.accept(Kind.PLAIN, text.substring(plain, at));
                pieces.accept(kind, text.substring(at, end));
                plain = end;
            }
            at = end;
        }
        pieces.accept(Kind.PLAIN, text.substring(plain));
    }

    /// What begins here; every word is taken for a keyword first.
    private Kind kind(int at) {
        char c = text.charAt(at);
        if (text.startsWith("//", at) || text.startsWith("/*", at)) {
            return Kind.COMMENT;
        }
        if (c == '"' || c == '\'') {
            return Kind.STRING;
        }
        if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            return Kind.NUMBER;
        }
        if (c == '@' && isWordPart(at + 1)) {
            return Kind.ANNOTATION;
        }
        return isWordPart(at) ? Kind.KEYWORD : Kind.PLAIN;
    }

    private int end(Kind kind, int at) {
        return switch (kind) {
            case COMMENT -> comment(at);
            case STRING ->
                text.startsWith(TEXT_BLOCK, at) ? textBlock(at + TEXT_BLOCK.length()) : literal(at);
            case NUMBER -> number(at);
            case ANNOTATION -> words(at + 1);
            case KEYWORD -> words(at);
            case PLAIN, TYPE -> at + Character.charCount(text.codePointAt(at));
        };
    }

    private int comment(int at) {
        boolean toLineEnd = text.charAt(at + 1) == '/';
        int end = toLineEnd ? text.indexOf('\n', at) : text.indexOf("*/", at + 2);
        if (end < 0) {
            return text.length();
        }
        return toLineEnd ? end : end + 2;
    }

    private int textBlock(int from) {
        int at = from;
        while (at < text.length() && !text.startsWith(TEXT_BLOCK, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + TEXT_BLOCK.length());
    }

    /// One that is not closed ends with its line.
    private int literal(int from) {
        char quote = text.charAt(from);
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            if (c == quote) {
                return at + 1;
            }
            boolean escapes = c == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n';
            at += escapes ? 2 : 1;
        }
        return at;
    }

    private int number(int from) {
        int at = from + 1;
        boolean hexadecimal = text.startsWith("0x", from) || text.startsWith("0X", from);
        while (at < text.length()) {
            char before = Character.toLowerCase(text.charAt(at - 1));
            char c = text.charAt(at);
            boolean signed = (c == '+' || c == '-') && before == (hexadecimal ? 'p' : 'e');
            if (!signed && c != '.' && !isWordPart(at)) {
                break;
            }
            at++;
        }
        return at;
    }

    private int words(int from) {
        int at = from;
        while (isWordPart(at)) {
            at++;
        }
        return at;
    }

    private boolean isDigit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean isWordPart(int at) {
        return at < text.length()
                && Character.isJavaIdentifierPart(text.charAt(at))
                && !Character.isIdentifierIgnorable(text.charAt(at));
    }

    private static Kind word(String word) {
        if (KEYWORDS.contains(word)) {
            return Kind.KEYWORD;
        }
        return Character.isUpperCase(word.charAt(0)) ? Kind.TYPE : Kind.PLAIN;
    }
}
