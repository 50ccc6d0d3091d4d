#ifndef IO_COPENBLAS_SHIM_H
#define IO_COPENBLAS_SHIM_H

#include <cblas.h>

// LAPACK's own interface, which the library holds and its header doesn't declare. The last arguments are the lengths of the texts.
void spotrf_(const char *uplo, const int *n, float *a, const int *lda, int *info, size_t uplo_length);
void spotrs_(const char *uplo, const int *n, const int *nrhs, const float *a, const int *lda, float *b, const int *ldb,
             int *info, size_t uplo_length);
void strtri_(const char *uplo, const char *diag, const int *n, float *a, const int *lda, int *info, size_t uplo_length,
             size_t diag_length);

#endif
