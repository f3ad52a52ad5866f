/* A disk that fails when it is told to: loaded before libc by LD_PRELOAD, it makes writes, flushes and reads below one
 * folder fail. Orders come through a file that the test writes and this maps, so that they change while it runs. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum fault { NONE, FULL, TORN, WRITE_FAILS, FLUSH_FAILS, READ_FAILS, DEATH };
enum deed { WRITE = 1, FLUSH = 2, READ = 4 };

/* The deeds that each fault meets. */
static const int MEETS[] = {0, WRITE, WRITE, WRITE, FLUSH, READ, WRITE | FLUSH};

struct orders {
    _Atomic long fault;
    _Atomic long pass; /* deeds that still succeed */
    _Atomic long left; /* faults to come; below zero is without end */
    _Atomic long met;  /* faults so far */
    _Atomic long seen; /* deeds so far that this fault could meet */
};

static struct orders *orders;
static const char *folder;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("DEALWRIGHT_FAULTS");
    folder = getenv("DEALWRIGHT_FAULTY_FOLDER");
    int file = path && folder ? open(path, O_RDWR) : -1;
    if (file < 0)
        return;
    void *mapped = mmap(NULL, sizeof *orders, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    orders = mapped == MAP_FAILED ? NULL : mapped;
    close(file);
}

static int is_ours(int file) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    return length > 0 && strncmp(path, folder, strlen(folder)) == 0;
}

/* The fault that this deed meets, if it does. */
static enum fault meets(enum deed deed, int file) {
    if (!orders)
        return NONE;
    enum fault fault = orders->fault;
    if (!(MEETS[fault] & deed) || !is_ours(file))
        return NONE;
    atomic_fetch_add(&orders->seen, 1);
    if (atomic_fetch_sub(&orders->pass, 1) > 0)
        return NONE;
    if (orders->left == 0 || (orders->left > 0 && atomic_fetch_sub(&orders->left, 1) <= 0))
        return NONE;
    atomic_fetch_add(&orders->met, 1);
    return fault;
}

#define REAL(name, type) ((type)dlsym(RTLD_NEXT, name))
typedef ssize_t (*writes)(int, const void *, size_t);
typedef ssize_t (*writes_at)(int, const void *, size_t, off_t);
typedef ssize_t (*reads)(int, void *, size_t);
typedef ssize_t (*reads_at)(int, void *, size_t, off_t);

/* Bytes of `size` that are still written under this fault; the call fails, or ends, behind them. */
static ssize_t part(enum fault fault, size_t size) { return fault == TORN || fault == DEATH ? (ssize_t)size / 2 : 0; }

static ssize_t after_part(enum fault fault, ssize_t written) {
    if (fault == DEATH)
        kill(getpid(), SIGKILL);
    if (fault == TORN && written > 0)
        return written;
    errno = fault == WRITE_FAILS ? EIO : ENOSPC;
    return -1;
}

ssize_t write(int file, const void *bytes, size_t size) {
    writes real = REAL("write", writes);
    enum fault fault = meets(WRITE, file);
    if (!fault)
        return real(file, bytes, size);
    ssize_t some = part(fault, size);
    return after_part(fault, some ? real(file, bytes, some) : 0);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off_t at) {
    writes_at real = REAL("pwrite64", writes_at);
    enum fault fault = meets(WRITE, file);
    if (!fault)
        return real(file, bytes, size, at);
    ssize_t some = part(fault, size);
    return after_part(fault, some ? real(file, bytes, some, at) : 0);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at) { return pwrite64(file, bytes, size, at); }

static int flush(const char *name, int file) {
    switch (meets(FLUSH, file)) {
    case NONE:
        return REAL(name, int (*)(int))(file);
    case DEATH:
        return kill(getpid(), SIGKILL);
    default:
        errno = EIO;
        return -1;
    }
}

int fsync(int file) { return flush("fsync", file); }
int fdatasync(int file) { return flush("fdatasync", file); }

ssize_t read(int file, void *bytes, size_t size) {
    if (!meets(READ, file))
        return REAL("read", reads)(file, bytes, size);
    errno = EIO;
    return -1;
}

ssize_t pread64(int file, void *bytes, size_t size, off_t at) {
    if (!meets(READ, file))
        return REAL("pread64", reads_at)(file, bytes, size, at);
    errno = EIO;
    return -1;
}

ssize_t pread(int file, void *bytes, size_t size, off_t at) { return pread64(file, bytes, size, at); }
