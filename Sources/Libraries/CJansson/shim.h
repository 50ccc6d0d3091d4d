#ifndef IO_CJANSSON_SHIM_H
#define IO_CJANSSON_SHIM_H

#include <jansson.h>

#endif
