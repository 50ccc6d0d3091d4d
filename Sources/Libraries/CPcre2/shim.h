#ifndef IO_CPCRE2_SHIM_H
#define IO_CPCRE2_SHIM_H

// The header has no default: texts are UTF-8 here.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#endif
