package touchstone.web;

/// Entry point of every command.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        throw new UnsupportedOperationException();
    }
}
