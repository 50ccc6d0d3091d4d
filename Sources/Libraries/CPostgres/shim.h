#ifndef IO_CPOSTGRES_SHIM_H
#define IO_CPOSTGRES_SHIM_H

#include <libpq-fe.h>

// The fields of an error are macros of character constants, which Swift does not import.
static const int io_PG_DIAG_SQLSTATE = PG_DIAG_SQLSTATE;
static const int io_PG_DIAG_MESSAGE_PRIMARY = PG_DIAG_MESSAGE_PRIMARY;
static const int io_PG_DIAG_TABLE_NAME = PG_DIAG_TABLE_NAME;
static const int io_PG_DIAG_COLUMN_NAME = PG_DIAG_COLUMN_NAME;
static const int io_PG_DIAG_CONSTRAINT_NAME = PG_DIAG_CONSTRAINT_NAME;

#endif
