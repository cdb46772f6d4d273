package touchstone.judge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.judge.cli.CommandLineFixture.Result;
import touchstone.judge.cli.extension.Greeting;

class ExtensionTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void its_commands_run_like_ours() {
        var result = run("greet", "Ada", "--times", "2");

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("Ada Ada \n");
        assertThat(run("team", "greet", "Bo").out()).isEqualTo("Bo \n");
        assertThat(run("team")).isEqualTo(new Result(3, "team\n", ""));
    }

    @Test
    void the_folders_are_the_shipped_one_and_those_that_were_given() {
        var result = run("greet", "Ada", "--exercises", folder.toString());

        assertThat(result.err()).isEqualTo(CommandLineFixture.SHIPPED + "\n" + folder + "\n");
        assertThat(run("greet", "Ada", "--exercises", "absent").code()).isEqualTo(2);
    }

    @Test
    void the_help_of_the_root_lists_them_in_both_languages() {
        assertThat(run("--help").out()).containsPattern("greet +Greet somebody\n").contains("grade");
        assertThat(run("--help", "--lang", "zh").out()).containsPattern("greet +问候一个人\n");
    }

    @Test
    void their_help_is_described_by_their_bundle_and_for_the_rest_by_ours() {
        assertThat(run("greet", "--help").out()).contains("Usage: touchstone greet", "Says good day",
                "Who is greeted.", "--times=N", "How many times", "Show this help.", "Exit codes:");
        assertThat(run("team", "--help").out()).containsPattern("greet +Greet one of them\n");
        assertThat(run("greet", "--help", "--lang=zh").out()).contains("向一个人问好。", "问候谁。", "问候几次", "显示")
                .doesNotContain("Usage");
    }

    @Test
    void the_help_of_the_others_is_as_it_was() {
        assertThat(run("grade", "--help").out())
                .isEqualTo(new CommandLineFixture(folder).run("grade", "--help").out());
    }

    @Test
    void wrong_use_is_one_line_in_the_words_of_its_bundle() {
        assertThat(run("greet", "Ada", "--times", "0"))
                .isEqualTo(new Result(2, "", "touchstone: --times is at least 1, not 0\n"));
        assertThat(run("greet", "Ada", "--times", "0", "--lang", "zh").err()).contains("至少是 1");
        assertThat(run("greet").err()).contains("missing: WHO", "touchstone greet --help").hasLineCount(1);
        assertThat(run("gret").err()).contains("did you mean greet?");
    }

    private Result run(String... arguments) {
        return new CommandLineFixture(folder).with(new Greeting()).run(arguments);
    }
}
