package touchstone.judge.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import touchstone.judge.interview.SheetException;
import touchstone.judge.report.Printable;
import touchstone.judge.submission.WrongInputException;
import touchstone.judge.yaml.BrokenFileException;
import touchstone.sandbox.SandboxException;

/// Turns whatever goes wrong into one line on standard error and an exit code.
final class Failures {
    private final Context context;

    Failures(Context context) {
        this.context = context;
    }

    /// The command line itself is wrong.
    int wrongUse(ParameterException failure, String[] arguments) {
        var command = failure.getCommandLine().getCommandSpec().qualifiedName();
        say(Printable.line(context.words().say("wrong", reason(failure), command)));
        if (Arrays.asList(arguments).contains("--debug")) {
            failure.printStackTrace(context.console().err());
        }
        return ExitCode.WRONG_USE;
    }

    /// A command gave up.
    int failed(Exception failure, CommandLine command, ParseResult parsed) {
        int code = switch (failure) {
            case UsageException wrong -> {
                say(Printable.line(String.valueOf(wrong.getMessage())));
                yield ExitCode.WRONG_USE;
            }
            case WrongInputException wrong -> {
                say(Printable.line(
                        context.words().say("wrong.input." + wrong.reason(), wrong.what(), wrong.limit())));
                yield ExitCode.WRONG_USE;
            }
            case SheetException wrong -> {
                wrong.problems().forEach(problem -> say(Printable.line(problem.toString())));
                yield ExitCode.WRONG_USE;
            }
            case SandboxException ours ->
                ours(context.words().say("fault.sandbox", String.valueOf(ours.getMessage())));
            case BrokenFileException ours -> {
                ours.problems().forEach(problem -> say(problem.toString()));
                yield ours(context.words().say("fault.broken"));
            }
            default -> ours(context.words().say("fault.unexpected", failure));
        };
        if (parsed.originalArgs().contains("--debug")) {
            failure.printStackTrace(context.console().err());
        }
        return code;
    }

    private int ours(String message) {
        say(message);
        return ExitCode.OUR_FAULT;
    }

    private String reason(ParameterException failure) {
        return switch (failure) {
            case MissingParameterException missing -> context.words()
                    .say("wrong.missing",
                            missing.getMissing()
                                    .stream()
                                    .map(Failures::name)
                                    .collect(Collectors.joining(" ")));
            case UnmatchedArgumentException unknown -> {
                var text = context.words().say("wrong.unknown", String.join(" ", unknown.getUnmatched()));
                yield unknown.getSuggestions().isEmpty() ? text
                        : text + context.words().say("wrong.meant", unknown.getSuggestions().getFirst());
            }
            default -> failure.getArgSpec() == null ? String.valueOf(failure.getMessage())
                    : context.words().say("wrong.value", name(failure.getArgSpec()), failure.getValue());
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private void say(String line) {
        context.console().err().println("touchstone: " + Printable.text(line));
    }
}
