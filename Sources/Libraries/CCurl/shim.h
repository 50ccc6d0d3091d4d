#ifndef IO_CCURL_SHIM_H
#define IO_CCURL_SHIM_H

#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift does not import: one function for each type of value.

static inline CURLcode io_curl_set_number(CURL *curl, CURLoption option, long value)
{
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode io_curl_set_text(CURL *curl, CURLoption option, const char *value)
{
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode io_curl_set_pointer(CURL *curl, CURLoption option, void *value)
{
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode io_curl_set_list(CURL *curl, CURLoption option, struct curl_slist *value)
{
    return curl_easy_setopt(curl, option, value);
}

// For what is sent and for what is received alike: both callbacks have this shape.
static inline CURLcode io_curl_set_callback(CURL *curl, CURLoption option, curl_read_callback value)
{
    return curl_easy_setopt(curl, option, value);
}

static inline long io_curl_response_code(CURL *curl)
{
    long code = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
    return code;
}

// The flags are macros with casts in them, which Swift does not import.
static inline CURLcode io_curl_global_init(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

static inline const char *io_curl_version(void) { return curl_version_info(CURLVERSION_NOW)->version; }

static const long io_CURL_SSLVERSION_TLSv1_2 = CURL_SSLVERSION_TLSv1_2;

#endif
