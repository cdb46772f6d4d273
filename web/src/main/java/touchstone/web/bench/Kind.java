package touchstone.web.bench;

/// What is asked of the server.
enum Kind {
    PAGE, SAVE, SUBMIT, DIAGNOSTICS
}
