#ifndef IO_CQRENCODE_SHIM_H
#define IO_CQRENCODE_SHIM_H

#include <qrencode.h>

#endif
