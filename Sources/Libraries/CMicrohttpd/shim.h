#ifndef IO_CMICROHTTPD_SHIM_H
#define IO_CMICROHTTPD_SHIM_H

#include <microhttpd.h>

#endif
