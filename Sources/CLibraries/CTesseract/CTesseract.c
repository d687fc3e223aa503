#include "CTesseract.h"

#include <dlfcn.h>
#include <pthread.h>

#define FUNCTIONS(F) \
    F(Version) \
    F(BaseAPICreate) \
    F(BaseAPIDelete) \
    F(BaseAPIEnd) \
    F(BaseAPIClear) \
    F(BaseAPIClearAdaptiveClassifier) \
    F(BaseAPIInit2) \
    F(BaseAPIGetLoadedLanguagesAsVector) \
    F(BaseAPISetVariable) \
    F(BaseAPISetPageSegMode) \
    F(BaseAPISetImage) \
    F(BaseAPISetSourceResolution) \
    F(BaseAPIRecognize) \
    F(BaseAPIGetIterator) \
    F(MonitorCreate) \
    F(MonitorDelete) \
    F(MonitorSetDeadlineMSecs) \
    F(ResultIteratorDelete) \
    F(ResultIteratorNext) \
    F(ResultIteratorGetUTF8Text) \
    F(ResultIteratorConfidence) \
    F(ResultIteratorGetPageIterator) \
    F(ResultIteratorGetChoiceIterator) \
    F(ChoiceIteratorDelete) \
    F(ChoiceIteratorNext) \
    F(ChoiceIteratorGetUTF8Text) \
    F(ChoiceIteratorConfidence) \
    F(PageIteratorIsAtBeginningOf) \
    F(PageIteratorBoundingBox) \
    F(PageIteratorOrientation) \
    F(DeleteText) \
    F(DeleteTextArray)

// One pointer a function, of the very type that Tesseract's header declares.
#define POINTER(name) static __typeof__(Tess##name) *found##name;
FUNCTIONS(POINTER)

static const char *failure;

static void load(void) {
    // The name of Debian's library package first, the development package's after it.
    void *library = dlopen("libtesseract.so.5", RTLD_LAZY | RTLD_LOCAL);
    if (library == NULL) library = dlopen("libtesseract.so", RTLD_LAZY | RTLD_LOCAL);
    if (library == NULL) {
        failure = "libtesseract.so.5";
        return;
    }
#define FIND(name) \
    found##name = (__typeof__(found##name))dlsym(library, "Tess" #name); \
    if (found##name == NULL) failure = "Tess" #name;
    FUNCTIONS(FIND)
}

const char *CTessLoad(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return failure;
}

const char *CTessVersion(void) { return foundVersion(); }
TessBaseAPI *CTessBaseAPICreate(void) { return foundBaseAPICreate(); }
void CTessBaseAPIDelete(TessBaseAPI *api) { foundBaseAPIDelete(api); }
void CTessBaseAPIEnd(TessBaseAPI *api) { foundBaseAPIEnd(api); }
void CTessBaseAPIClear(TessBaseAPI *api) { foundBaseAPIClear(api); }
void CTessBaseAPIClearAdaptiveClassifier(TessBaseAPI *api) { foundBaseAPIClearAdaptiveClassifier(api); }
int CTessBaseAPIInit2(TessBaseAPI *api, const char *folder, const char *languages, TessOcrEngineMode mode) { return foundBaseAPIInit2(api, folder, languages, mode); }
char **CTessBaseAPIGetLoadedLanguagesAsVector(const TessBaseAPI *api) { return foundBaseAPIGetLoadedLanguagesAsVector(api); }
BOOL CTessBaseAPISetVariable(TessBaseAPI *api, const char *name, const char *value) { return foundBaseAPISetVariable(api, name, value); }
void CTessBaseAPISetPageSegMode(TessBaseAPI *api, TessPageSegMode mode) { foundBaseAPISetPageSegMode(api, mode); }
void CTessBaseAPISetImage(TessBaseAPI *api, const unsigned char *pixels, int width, int height, int bytes_per_pixel, int bytes_per_line) { foundBaseAPISetImage(api, pixels, width, height, bytes_per_pixel, bytes_per_line); }
void CTessBaseAPISetSourceResolution(TessBaseAPI *api, int dpi) { foundBaseAPISetSourceResolution(api, dpi); }
int CTessBaseAPIRecognize(TessBaseAPI *api, ETEXT_DESC *monitor) { return foundBaseAPIRecognize(api, monitor); }
TessResultIterator *CTessBaseAPIGetIterator(TessBaseAPI *api) { return foundBaseAPIGetIterator(api); }
ETEXT_DESC *CTessMonitorCreate(void) { return foundMonitorCreate(); }
void CTessMonitorDelete(ETEXT_DESC *monitor) { foundMonitorDelete(monitor); }
void CTessMonitorSetDeadlineMSecs(ETEXT_DESC *monitor, int deadline) { foundMonitorSetDeadlineMSecs(monitor, deadline); }
void CTessResultIteratorDelete(TessResultIterator *results) { foundResultIteratorDelete(results); }
BOOL CTessResultIteratorNext(TessResultIterator *results, TessPageIteratorLevel level) { return foundResultIteratorNext(results, level); }
char *CTessResultIteratorGetUTF8Text(const TessResultIterator *results, TessPageIteratorLevel level) { return foundResultIteratorGetUTF8Text(results, level); }
float CTessResultIteratorConfidence(const TessResultIterator *results, TessPageIteratorLevel level) { return foundResultIteratorConfidence(results, level); }
TessPageIterator *CTessResultIteratorGetPageIterator(TessResultIterator *results) { return foundResultIteratorGetPageIterator(results); }
TessChoiceIterator *CTessResultIteratorGetChoiceIterator(const TessResultIterator *results) { return foundResultIteratorGetChoiceIterator(results); }
void CTessChoiceIteratorDelete(TessChoiceIterator *choices) { foundChoiceIteratorDelete(choices); }
BOOL CTessChoiceIteratorNext(TessChoiceIterator *choices) { return foundChoiceIteratorNext(choices); }
const char *CTessChoiceIteratorGetUTF8Text(const TessChoiceIterator *choices) { return foundChoiceIteratorGetUTF8Text(choices); }
float CTessChoiceIteratorConfidence(const TessChoiceIterator *choices) { return foundChoiceIteratorConfidence(choices); }
BOOL CTessPageIteratorIsAtBeginningOf(const TessPageIterator *place, TessPageIteratorLevel level) { return foundPageIteratorIsAtBeginningOf(place, level); }
BOOL CTessPageIteratorBoundingBox(const TessPageIterator *place, TessPageIteratorLevel level, int *left, int *top, int *right, int *bottom) { return foundPageIteratorBoundingBox(place, level, left, top, right, bottom); }
void CTessPageIteratorOrientation(TessPageIterator *place, TessOrientation *up, TessWritingDirection *writing, TessTextlineOrder *lines, float *skew) { foundPageIteratorOrientation(place, up, writing, lines, skew); }
void CTessDeleteText(const char *text) { foundDeleteText(text); }
void CTessDeleteTextArray(char **texts) { foundDeleteTextArray(texts); }
