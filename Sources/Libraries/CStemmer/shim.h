#ifndef IO_CSTEMMER_SHIM_H
#define IO_CSTEMMER_SHIM_H

#include <stdlib.h>
#include <libstemmer.h>

#endif
