package touchstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import touchstone.judge.cli.Console;
import touchstone.judge.cli.Touchstone;
import touchstone.web.serve.WebBenches;
import touchstone.web.serve.WebCommands;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Store;

class WrongUseTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write_files() throws IOException {
        Files.writeString(folder.resolve("file"), "no backup");
    }

    /// With the words that must stand in the answer: the remedy, or what was wrong.
    static Stream<Arguments> wrong_uses() {
        return Stream.of(Arguments.of("serve --port 70000", "70000", "70000"),
                Arguments.of("serve --port x", "--port cannot be x", "--port 不能是 x"),
                Arguments.of("serve --parallel 0", "at least 1", "至少"),
                Arguments.of("serve --demo --host 0.0.0.0", "leave out --host", "请去掉 --host"),
                Arguments.of("serve --db jdbc:mysql://x/y --data {}", "jdbc:postgresql", "jdbc:postgresql"),
                Arguments.of("serve --db jdbc:postgresql://127.0.0.1:1/x --data {}", "127.0.0.1:1",
                        "127.0.0.1:1"),
                Arguments.of("serve --data {}/file/below", "file/below", "file/below"),
                Arguments.of("serv", "did you mean serve?", "serve"),
                Arguments.of("user add", "missing: LOGIN", "LOGIN"),
                Arguments.of("user add ada --role king --data {}", "--role", "--role"),
                Arguments.of("user add A/B --generate-password --data {}", "letters", "字母"),
                Arguments.of("backup", "missing: FILE", "FILE"),
                Arguments.of("backup {}/absent/x.zip --data {}/data", "absent", "absent"),
                Arguments.of("restore {}/absent.zip --data {}/data", "absent.zip", "absent.zip"),
                Arguments.of("restore {}/file --data {}/data", "touchstone backup", "touchstone backup"),
                Arguments.of("bench web --candidates 0", "--candidates is 1 to 5000",
                        "--candidates 为 1 到 5000"),
                Arguments.of("bench web --arrive -1", "--arrive 0 to 3600", "--arrive 为 0 到 3600"),
                Arguments.of("bench web --minutes NaN", "--minutes", "--minutes"),
                Arguments.of("bench web --db jdbc:h2:mem:x", "PostgreSQL", "PostgreSQL"),
                Arguments.of("bench web --json {}/absent/load.json", "absent/load.json", "absent/load.json"));
    }

    @ParameterizedTest
    @MethodSource("wrong_uses")
    void what_is_wrong_is_said_in_one_line(String arguments, String english, String chinese) {
        assertAnswer(arguments + " --lang en", english);
        err.reset();
        assertAnswer(arguments + " --lang zh", chinese);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        user list --data {} --lang en | in use by another
        user list --data {} --lang zh | 正被另一个服务器或命令使用
        """)
    void data_in_use_are_said_in_one_line(String arguments, String words) throws IOException {
        Store.open(new DatabaseAddress.Embedded(folder)).close();
        try (var file = FileChannel.open(folder.resolve("touchstone.mv.db"), StandardOpenOption.WRITE);
                var _ = file.lock()) { // as another process has it
            assertAnswer(arguments, words);
        }
    }

    @Test
    void a_broken_database_is_said_in_one_line_and_stays_as_it_is() throws IOException {
        var file = Files.writeString(folder.resolve("touchstone.mv.db"), "not a database");
        assertThat(run("serve --lang en --data " + folder)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("touchstone restore").hasLineCount(1);
        assertThat(file).hasContent("not a database");
    }

    private void assertAnswer(String arguments, String words) {
        int code = run(arguments.replace("{}", folder.toString()));
        var said = err.toString(StandardCharsets.UTF_8);
        assertThat(said).contains(words).doesNotContain("Exception", "\tat ");
        assertThat(said.strip().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(code).as(said).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private int run(String arguments) {
        var environment = Map.of("HOME", folder.toString());
        var console = new Console(stream(out), stream(err), false, false, environment);
        return new Touchstone(console, new LocalWorkshop(environment, Path.of("..")), InstantSource.system(),
                List.of(new WebCommands(new LocalMachine(environment)), new WebBenches()))
                .run(List.of(arguments.split(" ")), Locale.ENGLISH);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
