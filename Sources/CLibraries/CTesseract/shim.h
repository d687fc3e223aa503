#ifndef CTESSERACT_SHIM_H
#define CTESSERACT_SHIM_H
// Leptonica first: with both in one module, images are typed pointers rather than opaque ones.
#include <leptonica/allheaders.h>
#include <tesseract/capi.h>
#endif
