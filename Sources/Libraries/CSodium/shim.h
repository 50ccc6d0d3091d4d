#ifndef IO_CSODIUM_SHIM_H
#define IO_CSODIUM_SHIM_H

#include <sodium.h>

#endif
