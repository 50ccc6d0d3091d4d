#ifndef IO_CMEMORY_SHIM_H
#define IO_CMEMORY_SHIM_H

// The system's own module for Swift leaves this header out.
#include <malloc.h>

#endif
