/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include "read/helper_process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_ARGUMENTS = 16, PIECE = 64 * 1024, MOST_SECONDS = 1000000000 };

/* The ends that stay here. The arena closes them, and ends the process, when
 * it unwinds. */
struct line {
    int input, output; /* -1: closed */
    pid_t pid;         /* 0: none */
};

static void
close_end(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* Whatever it has started goes with it. */
static void
end_process(const struct line *line)
{
    kill(-line->pid, SIGKILL);
    kill(line->pid, SIGKILL);
}

static int
reap(struct line *line)
{
    int status = 0;
    while (waitpid(line->pid, &status, 0) < 0 && errno == EINTR)
        ;
    line->pid = 0;
    return status;
}

static void
cut_line(void *object)
{
    struct line *line = object;
    close_end(&line->input);
    close_end(&line->output);
    if (line->pid > 0) {
        end_process(line);
        reap(line);
    }
}

static void
limit_to(int resource, size_t most)
{
    struct rlimit limit = {most, most};
    setrlimit(resource, &limit);
}

/* In the child: only what is safe between fork and exec. */
static void
limit_child(const struct ek_process *process)
{
    limit_to(RLIMIT_CORE, 0);
    limit_to(RLIMIT_CPU, process->seconds + 1);
#ifndef __SANITIZE_ADDRESS__ /* whose shadow is larger than any limit */
    limit_to(RLIMIT_AS, process->memory);
#endif
}

static void
close_others(void)
{
    enum { FIRST = STDERR_FILENO + 1, MOST = 1024 };
#ifdef SYS_close_range
    if (syscall(SYS_close_range, FIRST, ~0u, 0) == 0)
        return;
#endif
    for (int fd = FIRST; fd < MOST; fd++)
        close(fd);
}

static void
become(const struct ek_process *process, char *const *argv, int input,
       int output, pid_t parent)
{
    /* Threads would cost memory, and one a page is enough. */
    char threads[] = "OMP_THREAD_LIMIT=1";
    char *const environment[] = {threads, NULL};
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    /* Above the three, in case that one of them was closed. */
    input = fcntl(input, F_DUPFD, STDERR_FILENO + 1);
    output = fcntl(output, F_DUPFD, STDERR_FILENO + 1);
    int nowhere = open("/dev/null", O_WRONLY);
    if (getppid() == parent && dup2(input, 0) == 0 && dup2(output, 1) == 1 &&
        (nowhere == 2 || dup2(nowhere, 2) == 2)) {
        close_others();
        limit_child(process);
        execve(process->path, argv, environment);
    }
    _exit(127);
}

static int
start(struct ek_process *process, struct line *line)
{
    char *argv[MOST_ARGUMENTS + 2] = {(char *)(uintptr_t)process->name};
    int in[2], out[2];
    pid_t parent = getpid();
    for (size_t i = 0;
         i < MOST_ARGUMENTS && process->arguments && process->arguments[i]; i++)
        argv[i + 1] = (char *)(uintptr_t)process->arguments[i];
    /* A socket takes its input, so that its end raises no SIGPIPE here. */
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) < 0)
        return errno;
    if (pipe2(out, O_CLOEXEC) < 0) {
        close(in[0]);
        close(in[1]);
        return errno;
    }
    line->input = in[0];
    line->output = out[0];
    line->pid = fork();
    if (line->pid == 0)
        become(process, argv, in[1], out[1], parent);
    int error = line->pid < 0 ? errno : 0;
    close(in[1]);
    close(out[1]);
    return error;
}

static int64_t
now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Ends the input when all of it is given, or nobody takes it. */
static void
give(struct ek_process *process, struct line *line)
{
    ssize_t n = send(line->input, process->input.p, process->input.n,
                     MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n > 0)
        process->input =
            ek_str_slice(process->input, (size_t)n, process->input.n);
    bool later = n < 0 && (errno == EAGAIN || errno == EINTR);
    if (!later && (n < 0 || process->input.n == 0))
        close_end(&line->input);
}

static void
take(struct ek_process *process, struct line *line)
{
    char piece[PIECE];
    ssize_t n = read(line->output, piece, sizeof piece);
    if (n == 0 || (n < 0 && errno != EINTR))
        close_end(&line->output);
    if (n <= 0)
        return;
    if ((size_t)n > process->most_output - process->output.n)
        process->end = EK_PROCESS_LOUD;
    else
        ek_buf_add(&process->output, (ek_str){piece, (size_t)n});
}

static void
talk(struct ek_process *process, struct line *line, int64_t deadline)
{
    while (line->output >= 0 && process->end == EK_PROCESS_ENDED) {
        struct pollfd ends[] = {{line->output, POLLIN, 0},
                                {line->input, POLLOUT, 0}};
        int64_t left = deadline - now();
        if (left <= 0)
            process->end = EK_PROCESS_LATE;
        else
            poll(ends, 2, (int)(left < INT32_MAX ? left : INT32_MAX));
        if (ends[1].revents)
            give(process, line);
        if (ends[0].revents)
            take(process, line);
    }
}

/* It may go on after its output has ended. */
static void
await(struct ek_process *process, struct line *line, int64_t deadline)
{
    static const struct timespec moment = {.tv_nsec = 1000000};
    while (process->end == EK_PROCESS_ENDED) {
        pid_t pid = waitpid(line->pid, &process->status, WNOHANG);
        if (pid == line->pid) {
            line->pid = 0;
            return;
        }
        if (now() >= deadline)
            process->end = EK_PROCESS_LATE;
        nanosleep(&moment, NULL);
    }
}

int
ek_process_run(struct ek_process *process)
{
    int64_t seconds = process->seconds < MOST_SECONDS
                          ? (int64_t)process->seconds
                          : MOST_SECONDS;
    ek_arena *arena = process->output.arena;
    struct line *line = ek_arena_alloc(arena, sizeof *line);
    *line = (struct line){-1, -1, 0};
    ek_arena_defer(arena, cut_line, line);
    int error = start(process, line);
    if (error) {
        cut_line(line);
        return error;
    }
    int64_t deadline = now() + seconds * 1000;
    talk(process, line, deadline);
    await(process, line, deadline);
    cut_line(line);
    return 0;
}
