#ifndef CPANGO_H
#define CPANGO_H

#include <stddef.h>

// Text and shapes on the pages of a PDF, by Pango and Cairo. Loaded when wanted: they bring some forty other libraries.
// Lengths are points, the origin is at the top left of the page.

/// Loads the libraries. Returns NULL, or what cannot be loaded.
const char *CPangoLoad(void);

typedef struct CPangoFile CPangoFile;
typedef struct CPangoText CPangoText;

/// Takes the next bytes of the file; 0 when it cannot.
typedef int (*CPangoWrite)(void *context, const unsigned char *bytes, unsigned count);

/// NULL when there is no memory. The moment is ISO 8601.
CPangoFile *CPangoOpen(double width, double height, const char *title, const char *moment, CPangoWrite write, void *context);
void CPangoEndPage(CPangoFile *file);
/// Writes the rest. NULL when all went well, else what the library says of it.
const char *CPangoClose(CPangoFile *file);

/// What is drawn until `CPangoUpright` stands on its head on this page.
void CPangoUpsideDown(CPangoFile *file, double width, double height);
void CPangoUpright(CPangoFile *file);

/// Filled; 0 is black, 1 white.
void CPangoFill(CPangoFile *file, double x, double y, double width, double height, double grey);
/// An outline; the line lies inside.
void CPangoFrame(CPangoFile *file, double x, double y, double width, double height, double line);

/// Sets a text in lines no wider than this. Alignment: 0 left, 1 centre, 2 right.
CPangoText *CPangoSetText(CPangoFile *file, const char *text, const char *font, double width, int alignment);
int CPangoLineCount(CPangoText *text);
/// From one line to the next.
double CPangoLineHeight(CPangoText *text, int line);
void CPangoDrawLine(CPangoFile *file, CPangoText *text, int line, double x, double y, double grey);
void CPangoFreeText(CPangoText *text);

#endif
