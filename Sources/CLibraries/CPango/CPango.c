#include "CPango.h"

#include <cairo-pdf.h>
#include <dlfcn.h>
#include <pango/pangocairo.h>
#include <pthread.h>
#include <stdlib.h>

#define FUNCTIONS(F) \
    F(cairo_pdf_surface_create_for_stream) \
    F(cairo_pdf_surface_set_metadata) \
    F(cairo_surface_finish) \
    F(cairo_surface_status) \
    F(cairo_surface_destroy) \
    F(cairo_status_to_string) \
    F(cairo_create) \
    F(cairo_destroy) \
    F(cairo_status) \
    F(cairo_show_page) \
    F(cairo_save) \
    F(cairo_restore) \
    F(cairo_translate) \
    F(cairo_rotate) \
    F(cairo_rectangle) \
    F(cairo_fill) \
    F(cairo_stroke) \
    F(cairo_move_to) \
    F(cairo_set_line_width) \
    F(cairo_set_source_rgb) \
    F(pango_cairo_create_layout) \
    F(pango_cairo_show_layout_line) \
    F(pango_font_description_from_string) \
    F(pango_font_description_free) \
    F(pango_layout_set_font_description) \
    F(pango_layout_set_text) \
    F(pango_layout_set_width) \
    F(pango_layout_set_wrap) \
    F(pango_layout_set_alignment) \
    F(pango_layout_get_iter) \
    F(pango_layout_iter_get_line_readonly) \
    F(pango_layout_iter_get_line_extents) \
    F(pango_layout_iter_get_baseline) \
    F(pango_layout_iter_next_line) \
    F(pango_layout_iter_free) \
    F(pango_layout_get_line_count) \
    F(g_object_unref)

// One pointer a function, of the very type that its header declares.
#define POINTER(name) static __typeof__(name) *p_##name;
FUNCTIONS(POINTER)

static const char *failure;

static void load(void) {
    void *library = dlopen("libpangocairo-1.0.so.0", RTLD_LAZY | RTLD_LOCAL);
    if (library == NULL) {
        failure = "libpangocairo-1.0.so.0";
        return;
    }
    // What it depends on is looked through as well.
#define FIND(name) \
    p_##name = (__typeof__(p_##name))dlsym(library, #name); \
    if (p_##name == NULL) failure = #name;
    FUNCTIONS(FIND)
}

const char *CPangoLoad(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return failure;
}

struct CPangoFile {
    cairo_surface_t *surface;
    cairo_t *cairo;
    CPangoWrite write;
    void *context;
};

struct CPangoText {
    PangoLayout *layout;
};

static cairo_status_t pass(void *closure, const unsigned char *bytes, unsigned count) {
    CPangoFile *file = closure;
    return file->write(file->context, bytes, count) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

CPangoFile *CPangoOpen(double width, double height, const char *title, const char *moment, CPangoWrite write, void *context) {
    CPangoFile *file = calloc(1, sizeof *file);
    if (file == NULL) return NULL;
    file->write = write;
    file->context = context;
    file->surface = p_cairo_pdf_surface_create_for_stream(pass, file, width, height);
    p_cairo_pdf_surface_set_metadata(file->surface, CAIRO_PDF_METADATA_TITLE, title);
    p_cairo_pdf_surface_set_metadata(file->surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
    file->cairo = p_cairo_create(file->surface);
    return file;
}

void CPangoEndPage(CPangoFile *file) { p_cairo_show_page(file->cairo); }

const char *CPangoClose(CPangoFile *file) {
    cairo_status_t status = p_cairo_status(file->cairo);
    p_cairo_destroy(file->cairo);
    p_cairo_surface_finish(file->surface);
    if (status == CAIRO_STATUS_SUCCESS) status = p_cairo_surface_status(file->surface);
    p_cairo_surface_destroy(file->surface);
    free(file);
    return status == CAIRO_STATUS_SUCCESS ? NULL : p_cairo_status_to_string(status);
}

void CPangoUpsideDown(CPangoFile *file, double width, double height) {
    p_cairo_save(file->cairo);
    p_cairo_translate(file->cairo, width, height);
    p_cairo_rotate(file->cairo, G_PI);
}

void CPangoUpright(CPangoFile *file) { p_cairo_restore(file->cairo); }

void CPangoFill(CPangoFile *file, double x, double y, double width, double height, double grey) {
    p_cairo_set_source_rgb(file->cairo, grey, grey, grey);
    p_cairo_rectangle(file->cairo, x, y, width, height);
    p_cairo_fill(file->cairo);
}

void CPangoFrame(CPangoFile *file, double x, double y, double width, double height, double line) {
    p_cairo_set_source_rgb(file->cairo, 0, 0, 0);
    p_cairo_set_line_width(file->cairo, line);
    p_cairo_rectangle(file->cairo, x + line / 2, y + line / 2, width - line, height - line);
    p_cairo_stroke(file->cairo);
}

CPangoText *CPangoSetText(CPangoFile *file, const char *text, const char *font, double width, int alignment) {
    CPangoText *set = calloc(1, sizeof *set);
    if (set == NULL) return NULL;
    set->layout = p_pango_cairo_create_layout(file->cairo);
    PangoFontDescription *description = p_pango_font_description_from_string(font);
    p_pango_layout_set_font_description(set->layout, description);
    p_pango_font_description_free(description);
    p_pango_layout_set_width(set->layout, (int)(width * PANGO_SCALE));
    p_pango_layout_set_wrap(set->layout, PANGO_WRAP_WORD_CHAR);
    p_pango_layout_set_alignment(set->layout, alignment == 1 ? PANGO_ALIGN_CENTER : alignment == 2 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    p_pango_layout_set_text(set->layout, text, -1);
    return set;
}

int CPangoLineCount(CPangoText *text) { return p_pango_layout_get_line_count(text->layout); }

// Where a line lies in its text, and how far below its top the letters stand.
static const PangoLayoutLine *find(PangoLayout *layout, int line, PangoRectangle *box, int *baseline) {
    PangoLayoutIter *place = p_pango_layout_get_iter(layout);
    while (line-- > 0 && p_pango_layout_iter_next_line(place)) {}
    p_pango_layout_iter_get_line_extents(place, NULL, box);
    *baseline = p_pango_layout_iter_get_baseline(place) - box->y;
    PangoLayoutLine *found = p_pango_layout_iter_get_line_readonly(place);
    p_pango_layout_iter_free(place);
    return found;
}

double CPangoLineHeight(CPangoText *text, int line) {
    PangoRectangle box;
    int baseline;
    find(text->layout, line, &box, &baseline);
    return (double)box.height / PANGO_SCALE;
}

void CPangoDrawLine(CPangoFile *file, CPangoText *text, int line, double x, double y, double grey) {
    PangoRectangle box;
    int baseline;
    const PangoLayoutLine *found = find(text->layout, line, &box, &baseline);
    p_cairo_set_source_rgb(file->cairo, grey, grey, grey);
    p_cairo_move_to(file->cairo, x + (double)box.x / PANGO_SCALE, y + (double)baseline / PANGO_SCALE);
    p_pango_cairo_show_layout_line(file->cairo, (PangoLayoutLine *)found);
}

void CPangoFreeText(CPangoText *text) {
    p_g_object_unref(text->layout);
    free(text);
}
