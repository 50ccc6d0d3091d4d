#ifndef IO_COATH_SHIM_H
#define IO_COATH_SHIM_H

#include <liboath/oath.h>

#endif
