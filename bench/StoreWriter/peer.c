/* The same work as Writing.swift in C: as many threads, one of which at a time commits what all have brought. */
#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MOST = 1024 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t came = PTHREAD_COND_INITIALIZER, done[MOST];
static sqlite3_int64 waiting[MOST];
static int waiters[MOST], clients, count, is_done[MOST], is_over;
static atomic_long written;
static double end;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void must(int code, int wanted) {
    if (code != wanted) {
        fprintf(stderr, "SQLite says %d\n", code);
        exit(1);
    }
}

static void *writer(void *argument) {
    sqlite3 *database = argument;
    sqlite3_stmt *begin, *insert, *commit;
    must(sqlite3_prepare_v2(database, "BEGIN IMMEDIATE", -1, &begin, 0), SQLITE_OK);
    must(sqlite3_prepare_v2(database, "INSERT INTO note (place, id, text) VALUES ('leeds', ?1, ?2)", -1, &insert, 0), SQLITE_OK);
    must(sqlite3_prepare_v2(database, "COMMIT", -1, &commit, 0), SQLITE_OK);
    pthread_mutex_lock(&lock);
    for (;;) {
        while (!count && !is_over) pthread_cond_wait(&came, &lock);
        if (!count) break;
        /* The others are on their way: a moment's wait makes the group larger, and all of them faster. */
        for (int before = 0; count > before && count < clients;) {
            before = count;
            pthread_mutex_unlock(&lock);
            nanosleep(&(struct timespec){0, 50000}, 0);
            pthread_mutex_lock(&lock);
        }
        sqlite3_int64 ids[MOST];
        int who[MOST], taken = count;
        for (int i = 0; i < taken; i++) ids[i] = waiting[i], who[i] = waiters[i];
        count = 0;
        pthread_mutex_unlock(&lock);
        must(sqlite3_step(begin), SQLITE_DONE);
        sqlite3_reset(begin);
        for (int i = 0; i < taken; i++) {
            sqlite3_bind_int64(insert, 1, ids[i]);
            sqlite3_bind_text(insert, 2, "what somebody has noted down", -1, SQLITE_STATIC);
            must(sqlite3_step(insert), SQLITE_DONE);
            sqlite3_reset(insert);
        }
        must(sqlite3_step(commit), SQLITE_DONE);
        sqlite3_reset(commit);
        pthread_mutex_lock(&lock);
        for (int i = 0; i < taken; i++) is_done[who[i]] = 1, pthread_cond_signal(&done[who[i]]);
    }
    pthread_mutex_unlock(&lock);
    sqlite3_finalize(begin), sqlite3_finalize(insert), sqlite3_finalize(commit);
    return 0;
}

static void *client(void *argument) {
    long me = (long)argument;
    for (sqlite3_int64 number = 0; now() < end; number++) {
        pthread_mutex_lock(&lock);
        waiting[count] = (sqlite3_int64)me << 32 | number, waiters[count++] = me, is_done[me] = 0;
        pthread_cond_signal(&came);
        while (!is_done[me]) pthread_cond_wait(&done[me], &lock);
        pthread_mutex_unlock(&lock);
        written++;
    }
    return 0;
}

int main(int argc, char **argv) {
    if (argc != 4) return 64;
    clients = atoi(argv[2]);
    if (clients < 1 || clients > MOST) return 64;
    sqlite3 *database;
    must(sqlite3_open(argv[1], &database), SQLITE_OK);
    must(sqlite3_exec(database,
        "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA mmap_size = 0; PRAGMA cache_size = -2000;"
        "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 16777216;"
        "PRAGMA journal_mode = WAL;"
        "CREATE TABLE note (place TEXT NOT NULL, id INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (place, id)) STRICT;",
        0, 0, 0), SQLITE_OK);
    end = now() + atof(argv[3]);
    pthread_t writing, threads[MOST];
    for (int i = 0; i < clients; i++) pthread_cond_init(&done[i], 0);
    pthread_create(&writing, 0, writer, database);
    for (long i = 0; i < clients; i++) pthread_create(&threads[i], 0, client, (void *)i);
    for (int i = 0; i < clients; i++) pthread_join(threads[i], 0);
    pthread_mutex_lock(&lock);
    is_over = 1;
    pthread_cond_signal(&came);
    pthread_mutex_unlock(&lock);
    pthread_join(writing, 0);
    printf("%ld\n", written);
    sqlite3_close(database);
    return 0;
}
