#ifndef IO_CSQLITE_SHIM_H
#define IO_CSQLITE_SHIM_H

#include <sqlite3.h>

#endif
