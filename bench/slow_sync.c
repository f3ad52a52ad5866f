/* Makes every fsync and fdatasync take a millisecond while the file named by DEALWRIGHT_SLOW_SYNC is there: what a disk
 * with an honest flush costs, on a machine whose disk has a faster one. Loaded by LD_PRELOAD, by the bench alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static const long WANTED = 1000000;

static long nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000L + now.tv_nsec;
}

static int slowly(const char *name, int file) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    const char *mark = getenv("DEALWRIGHT_SLOW_SYNC");
    if (mark == NULL || access(mark, F_OK) != 0)
        return real(file);
    long started = nanoseconds();
    int answer = real(file);
    long left = WANTED - (nanoseconds() - started);
    if (left > 0) {
        struct timespec rest = {0, left};
        nanosleep(&rest, NULL);
    }
    return answer;
}

int fsync(int file) { return slowly("fsync", file); }
int fdatasync(int file) { return slowly("fdatasync", file); }
