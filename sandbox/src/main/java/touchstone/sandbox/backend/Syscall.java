package touchstone.sandbox.backend;

/// The system calls that the filter knows, with their numbers on each
/// architecture and what becomes of them. Whatever is not named here is refused
/// with EPERM: sockets, file locks, memfd, inotify, System V and POSIX IPC,
/// personality, links, modes and owners of files among them.
enum Syscall {
    // the JVM at work: the busiest first, because old kernels walk the filter for each call
    FUTEX(202, 98, Rule.ALLOW),
    READ(0, 63, Rule.ALLOW),
    WRITE(1, 64, Rule.ALLOW),
    MPROTECT(10, 226, Rule.ALLOW),
    MMAP(9, 222, Rule.ALLOW),
    MUNMAP(11, 215, Rule.ALLOW),
    MADVISE(28, 233, Rule.ALLOW),
    CLOCK_GETTIME(228, 113, Rule.ALLOW),
    SCHED_YIELD(24, 124, Rule.ALLOW),
    GETTIMEOFDAY(96, 169, Rule.ALLOW),
    RT_SIGPROCMASK(14, 135, Rule.ALLOW),
    RT_SIGRETURN(15, 139, Rule.ALLOW),
    RT_SIGACTION(13, 134, Rule.ALLOW),
    SIGALTSTACK(131, 132, Rule.ALLOW),
    TGKILL(234, 131, Rule.ALLOW),
    CLOCK_NANOSLEEP(230, 115, Rule.ALLOW),
    NANOSLEEP(35, 101, Rule.ALLOW),
    CLOCK_GETRES(229, 114, Rule.ALLOW),
    TIME(201, Syscall.NONE, Rule.ALLOW),
    GETCPU(309, 168, Rule.ALLOW),
    MREMAP(25, 216, Rule.ALLOW),
    BRK(12, 214, Rule.ALLOW),
    MINCORE(27, 232, Rule.ALLOW),
    MEMBARRIER(324, 283, Rule.ALLOW),
    RESTART_SYSCALL(219, 128, Rule.ALLOW),
    POLL(7, Syscall.NONE, Rule.ALLOW),
    PPOLL(271, 73, Rule.ALLOW),
    // files: the image is read-only
    CLOSE(3, 57, Rule.ALLOW),
    OPENAT(257, 56, Rule.ALLOW),
    OPEN(2, Syscall.NONE, Rule.ALLOW),
    FSTAT(5, 80, Rule.ALLOW),
    STAT(4, Syscall.NONE, Rule.ALLOW),
    LSTAT(6, Syscall.NONE, Rule.ALLOW),
    NEWFSTATAT(262, 79, Rule.ALLOW),
    STATX(332, 291, Rule.ALLOW),
    STATFS(137, 43, Rule.ALLOW),
    FSTATFS(138, 44, Rule.ALLOW),
    LSEEK(8, 62, Rule.ALLOW),
    READV(19, 65, Rule.ALLOW),
    WRITEV(20, 66, Rule.ALLOW),
    PREAD64(17, 67, Rule.ALLOW),
    PWRITE64(18, 68, Rule.ALLOW),
    FTRUNCATE(77, 46, Rule.ALLOW),
    ACCESS(21, Syscall.NONE, Rule.ALLOW),
    FACCESSAT(269, 48, Rule.ALLOW),
    FACCESSAT2(439, 439, Rule.ALLOW),
    READLINK(89, Syscall.NONE, Rule.ALLOW),
    READLINKAT(267, 78, Rule.ALLOW),
    GETDENTS64(217, 61, Rule.ALLOW),
    GETCWD(79, 17, Rule.ALLOW),
    CHDIR(80, 49, Rule.ALLOW),
    FCHDIR(81, 50, Rule.ALLOW),
    MKDIR(83, Syscall.NONE, Rule.ALLOW),
    MKDIRAT(258, 34, Rule.ALLOW),
    RMDIR(84, Syscall.NONE, Rule.ALLOW),
    UNLINK(87, Syscall.NONE, Rule.ALLOW),
    UNLINKAT(263, 35, Rule.ALLOW),
    RENAME(82, Syscall.NONE, Rule.ALLOW),
    RENAMEAT(264, 38, Rule.ALLOW),
    RENAMEAT2(316, 276, Rule.ALLOW),
    DUP(32, 23, Rule.ALLOW),
    DUP2(33, Syscall.NONE, Rule.ALLOW),
    DUP3(292, 24, Rule.ALLOW),
    PIPE2(293, 59, Rule.ALLOW),
    EPOLL_CREATE1(291, 20, Rule.ALLOW),
    EPOLL_CTL(233, 21, Rule.ALLOW),
    EPOLL_WAIT(232, Syscall.NONE, Rule.ALLOW),
    EPOLL_PWAIT(281, 22, Rule.ALLOW),
    EVENTFD2(290, 19, Rule.ALLOW),
    // start and end of processes and threads; wait4 is for a shell
    EXECVE(59, 221, Rule.ALLOW),
    EXIT(60, 93, Rule.ALLOW),
    EXIT_GROUP(231, 94, Rule.ALLOW),
    WAIT4(61, 260, Rule.ALLOW),
    SET_TID_ADDRESS(218, 96, Rule.ALLOW),
    SET_ROBUST_LIST(273, 99, Rule.ALLOW),
    RSEQ(334, 293, Rule.ALLOW),
    ARCH_PRCTL(158, Syscall.NONE, Rule.ALLOW),
    SCHED_GETAFFINITY(204, 123, Rule.ALLOW),
    // questions; prlimit64 can only lower what is in force
    GETPID(39, 172, Rule.ALLOW),
    GETPPID(110, 173, Rule.ALLOW),
    GETTID(186, 178, Rule.ALLOW),
    GETUID(102, 174, Rule.ALLOW),
    GETEUID(107, 175, Rule.ALLOW),
    GETGID(104, 176, Rule.ALLOW),
    GETEGID(108, 177, Rule.ALLOW),
    UNAME(63, 160, Rule.ALLOW),
    SYSINFO(99, 179, Rule.ALLOW),
    GETRLIMIT(97, 163, Rule.ALLOW),
    SETRLIMIT(160, 164, Rule.ALLOW),
    PRLIMIT64(302, 261, Rule.ALLOW),
    GETRUSAGE(98, 165, Rule.ALLOW),
    TIMES(100, 153, Rule.ALLOW),
    GETRANDOM(318, 278, Rule.ALLOW),
    // depends on an argument
    CLONE(56, 220, Rule.THREADS_ONLY),
    FCNTL(72, 25, Rule.NO_LOCKS),
    PRCTL(157, 167, Rule.NAMES_ONLY),
    IOCTL(16, 29, Rule.QUESTIONS_ONLY),
    // its flags lie in memory, where no filter can see them; the C library then uses clone
    CLONE3(435, 435, Rule.ABSENT),
    // no program of ours ever calls these, and no honest submission has a reason to
    FORK(57, Syscall.NONE, Rule.KILL),
    VFORK(58, Syscall.NONE, Rule.KILL),
    EXECVEAT(322, 281, Rule.KILL),
    PTRACE(101, 117, Rule.KILL),
    PROCESS_VM_READV(310, 270, Rule.KILL),
    PROCESS_VM_WRITEV(311, 271, Rule.KILL),
    PROCESS_MADVISE(440, 440, Rule.KILL),
    KCMP(312, 272, Rule.KILL),
    PIDFD_OPEN(434, 434, Rule.KILL),
    PIDFD_GETFD(438, 438, Rule.KILL),
    PIDFD_SEND_SIGNAL(424, 424, Rule.KILL),
    MOUNT(165, 40, Rule.KILL),
    UMOUNT2(166, 39, Rule.KILL),
    PIVOT_ROOT(155, 41, Rule.KILL),
    CHROOT(161, 51, Rule.KILL),
    UNSHARE(272, 97, Rule.KILL),
    SETNS(308, 268, Rule.KILL),
    OPEN_TREE(428, 428, Rule.KILL),
    MOVE_MOUNT(429, 429, Rule.KILL),
    FSOPEN(430, 430, Rule.KILL),
    FSCONFIG(431, 431, Rule.KILL),
    FSMOUNT(432, 432, Rule.KILL),
    FSPICK(433, 433, Rule.KILL),
    MOUNT_SETATTR(442, 442, Rule.KILL),
    OPEN_BY_HANDLE_AT(304, 265, Rule.KILL),
    NAME_TO_HANDLE_AT(303, 264, Rule.KILL),
    BPF(321, 280, Rule.KILL),
    PERF_EVENT_OPEN(298, 241, Rule.KILL),
    USERFAULTFD(323, 282, Rule.KILL),
    IO_URING_SETUP(425, 425, Rule.KILL),
    IO_URING_ENTER(426, 426, Rule.KILL),
    IO_URING_REGISTER(427, 427, Rule.KILL),
    KEYCTL(250, 219, Rule.KILL),
    ADD_KEY(248, 217, Rule.KILL),
    REQUEST_KEY(249, 218, Rule.KILL),
    INIT_MODULE(175, 105, Rule.KILL),
    FINIT_MODULE(313, 273, Rule.KILL),
    DELETE_MODULE(176, 106, Rule.KILL),
    KEXEC_LOAD(246, 104, Rule.KILL),
    KEXEC_FILE_LOAD(320, 294, Rule.KILL),
    REBOOT(169, 142, Rule.KILL),
    SWAPON(167, 224, Rule.KILL),
    SWAPOFF(168, 225, Rule.KILL),
    ACCT(163, 89, Rule.KILL),
    QUOTACTL(179, 60, Rule.KILL),
    SETTIMEOFDAY(164, 170, Rule.KILL),
    CLOCK_SETTIME(227, 112, Rule.KILL),
    SETHOSTNAME(170, 161, Rule.KILL),
    SETDOMAINNAME(171, 162, Rule.KILL),
    IOPL(172, Syscall.NONE, Rule.KILL),
    IOPERM(173, Syscall.NONE, Rule.KILL),
    MODIFY_LDT(154, Syscall.NONE, Rule.KILL);

    /// Says that an architecture does not have the call.
    static final int NONE = -1;

    private final int x86;
    private final int arm;
    private final Rule rule;

    Syscall(int x86, int arm, Rule rule) {
        this.x86 = x86;
        this.arm = arm;
        this.rule = rule;
    }

    int number(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> x86;
            case AARCH64 -> arm;
        };
    }

    Rule rule() {
        return rule;
    }

    enum Rule {
        /// Done.
        ALLOW,
        /// Done for a new thread of this process, refused for a new process.
        THREADS_ONLY,
        /// Done for descriptors and their flags, refused for locks and leases.
        NO_LOCKS,
        /// Done for names of threads and mappings, refused for all that changes what
        /// a process may do.
        NAMES_ONLY,
        /// Done for what asks, refused for what changes.
        QUESTIONS_ONLY,
        /// Refused as if the kernel did not know it.
        ABSENT,
        /// Ends the process with SIGSYS, which the judge sees.
        KILL
    }
}
