#ifndef CTESSERACT_H
#define CTESSERACT_H

// Leptonica first: with both in one module, images are typed pointers rather than opaque ones.
#include <leptonica/allheaders.h>
#include <tesseract/capi.h>

// Tesseract, loaded when it is wanted: it brings some forty other libraries, and linking it made every start of the
// program, of the screen above all, more than twice as long. Each function is the one of <tesseract/capi.h> without its C.

/// Loads the library. To be called, with success, before any function below. Returns NULL, or why it cannot be loaded.
const char *CTessLoad(void);

const char *CTessVersion(void);
TessBaseAPI *CTessBaseAPICreate(void);
void CTessBaseAPIDelete(TessBaseAPI *api);
void CTessBaseAPIEnd(TessBaseAPI *api);
void CTessBaseAPIClear(TessBaseAPI *api);
void CTessBaseAPIClearAdaptiveClassifier(TessBaseAPI *api);
int CTessBaseAPIInit2(TessBaseAPI *api, const char *folder, const char *languages, TessOcrEngineMode mode);
char **CTessBaseAPIGetLoadedLanguagesAsVector(const TessBaseAPI *api);
BOOL CTessBaseAPISetVariable(TessBaseAPI *api, const char *name, const char *value);
void CTessBaseAPISetPageSegMode(TessBaseAPI *api, TessPageSegMode mode);
void CTessBaseAPISetImage(TessBaseAPI *api, const unsigned char *pixels, int width, int height, int bytes_per_pixel, int bytes_per_line);
void CTessBaseAPISetSourceResolution(TessBaseAPI *api, int dpi);
int CTessBaseAPIRecognize(TessBaseAPI *api, ETEXT_DESC *monitor);
TessResultIterator *CTessBaseAPIGetIterator(TessBaseAPI *api);
ETEXT_DESC *CTessMonitorCreate(void);
void CTessMonitorDelete(ETEXT_DESC *monitor);
void CTessMonitorSetDeadlineMSecs(ETEXT_DESC *monitor, int deadline);
void CTessResultIteratorDelete(TessResultIterator *results);
BOOL CTessResultIteratorNext(TessResultIterator *results, TessPageIteratorLevel level);
char *CTessResultIteratorGetUTF8Text(const TessResultIterator *results, TessPageIteratorLevel level);
float CTessResultIteratorConfidence(const TessResultIterator *results, TessPageIteratorLevel level);
TessPageIterator *CTessResultIteratorGetPageIterator(TessResultIterator *results);
TessChoiceIterator *CTessResultIteratorGetChoiceIterator(const TessResultIterator *results);
void CTessChoiceIteratorDelete(TessChoiceIterator *choices);
BOOL CTessChoiceIteratorNext(TessChoiceIterator *choices);
const char *CTessChoiceIteratorGetUTF8Text(const TessChoiceIterator *choices);
float CTessChoiceIteratorConfidence(const TessChoiceIterator *choices);
BOOL CTessPageIteratorIsAtBeginningOf(const TessPageIterator *place, TessPageIteratorLevel level);
BOOL CTessPageIteratorBoundingBox(const TessPageIterator *place, TessPageIteratorLevel level, int *left, int *top, int *right, int *bottom);
void CTessPageIteratorOrientation(TessPageIterator *place, TessOrientation *up, TessWritingDirection *writing, TessTextlineOrder *lines, float *skew);
void CTessDeleteText(const char *text);
void CTessDeleteTextArray(char **texts);

#endif
