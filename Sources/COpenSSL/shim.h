#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pemerr.h>
#include <openssl/pkcs7err.h>
#include <openssl/ts.h>
#include <openssl/x509_vfy.h>
