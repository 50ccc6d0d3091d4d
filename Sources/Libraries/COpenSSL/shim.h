#ifndef IO_COPENSSL_SHIM_H
#define IO_COPENSSL_SHIM_H

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

// The names of a key's parts are macros of other macros, which Swift does not import.
static const char *const io_OSSL_PKEY_PARAM_RSA_N = OSSL_PKEY_PARAM_RSA_N;
static const char *const io_OSSL_PKEY_PARAM_RSA_E = OSSL_PKEY_PARAM_RSA_E;

// A macro of other macros, as above.
static const int io_EVP_PKEY_PUBLIC_KEY = EVP_PKEY_PUBLIC_KEY;

#endif
