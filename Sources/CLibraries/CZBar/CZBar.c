#include "CZBar.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <zbar.h>

#define FUNCTIONS(F) \
    F(image_scanner_create) \
    F(image_scanner_destroy) \
    F(image_scanner_set_config) \
    F(image_create) \
    F(image_destroy) \
    F(image_set_format) \
    F(image_set_size) \
    F(image_set_data) \
    F(scan_image) \
    F(image_first_symbol) \
    F(symbol_next) \
    F(symbol_get_type) \
    F(symbol_get_data) \
    F(symbol_get_data_length) \
    F(symbol_get_loc_size) \
    F(symbol_get_loc_x) \
    F(symbol_get_loc_y)

// One pointer a function, of the very type that ZBar's header declares.
#define POINTER(name) static __typeof__(zbar_##name) *name;
FUNCTIONS(POINTER)

static const char *failure;

static void load(void) {
    void *library = dlopen("libzbar.so.0", RTLD_LAZY | RTLD_LOCAL);
    if (library == NULL) {
        failure = "libzbar.so.0";
        return;
    }
#define FIND(name) \
    name = (__typeof__(name))dlsym(library, "zbar_" #name); \
    if (name == NULL) failure = "zbar_" #name;
    FUNCTIONS(FIND)
}

const char *CZBarLoad(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return failure;
}

static void tell(const zbar_symbol_t *symbol, CZBarFound found, void *context) {
    unsigned points = symbol_get_loc_size(symbol);
    if (symbol_get_type(symbol) != ZBAR_QRCODE || points == 0) return;
    int left = symbol_get_loc_x(symbol, 0), right = left;
    int top = symbol_get_loc_y(symbol, 0), bottom = top;
    for (unsigned point = 1; point < points; point++) {
        int x = symbol_get_loc_x(symbol, point), y = symbol_get_loc_y(symbol, point);
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
    }
    found(context, symbol_get_data(symbol), symbol_get_data_length(symbol), left, top, right, bottom);
}

void CZBarScan(const unsigned char *pixels, unsigned width, unsigned height, CZBarFound found, void *context) {
    if (CZBarLoad() != NULL) return;
    zbar_image_scanner_t *scanner = image_scanner_create();
    zbar_image_t *image = image_create();
    if (scanner != NULL && image != NULL) {
        image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
        image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
        // Every other line takes half the time; every third misses codes that lie askew.
        image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_X_DENSITY, 2);
        image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_Y_DENSITY, 2);
        image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
        image_set_size(image, width, height);
        // Lent for the scan, not freed by the library.
        image_set_data(image, pixels, (unsigned long)width * height, NULL);
        if (scan_image(scanner, image) > 0) {
            for (const zbar_symbol_t *symbol = image_first_symbol(image); symbol != NULL; symbol = symbol_next(symbol)) tell(symbol, found, context);
        }
    }
    if (image != NULL) image_destroy(image);
    if (scanner != NULL) image_scanner_destroy(scanner);
}
