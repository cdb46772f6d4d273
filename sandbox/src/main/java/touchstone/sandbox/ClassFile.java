package touchstone.sandbox;

/// A compiled class: its binary name with dots, and the bytes of its class file.
public record ClassFile(String name, byte[] bytes) {}
