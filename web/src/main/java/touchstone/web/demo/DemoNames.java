package touchstone.web.demo;

import touchstone.web.store.Role;

/// What the accounts of the demo are called: a name has one language, a demo two.
final class DemoNames {
    private DemoNames() {}

    static String of(Role role) {
        return switch (role) {
            case OWNER -> "招聘负责人 · Hiring lead";
            case INTERVIEWER -> "面试官 · Interviewer";
            case VIEWER -> "用人部门 · Hiring team";
            case AUTHOR -> "出题人 · Author";
        };
    }
}
