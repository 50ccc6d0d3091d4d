#ifndef IO_CZXCVBN_SHIM_H
#define IO_CZXCVBN_SHIM_H

#include <zxcvbn.h>

#endif
