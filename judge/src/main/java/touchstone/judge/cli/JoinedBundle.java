package touchstone.judge.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One bundle before another.
final class JoinedBundle extends ResourceBundle {
    private final ResourceBundle first;
    private final ResourceBundle second;

    JoinedBundle(ResourceBundle first, ResourceBundle second) {
        this.first = first;
        this.second = second;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return first.containsKey(key) ? first.getObject(key) : second.containsKey(key) ? second.getObject(key)
                : null;
    }

    @Override
    protected Set<String> handleKeySet() {
        var keys = new HashSet<>(first.keySet());
        keys.addAll(second.keySet());
        return keys;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(handleKeySet());
    }
}
