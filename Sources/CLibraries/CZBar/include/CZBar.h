#ifndef CZBAR_H
#define CZBAR_H

// ZBar, loaded when it is wanted: it brings some fifteen other libraries for cameras and windows, which every start of the
// program would pay for.

/// Loads the library. Returns NULL, or what cannot be loaded.
const char *CZBarLoad(void);

/// A QR code: its bytes, and the corners of its box in pixels. Lent for the call.
typedef void (*CZBarFound)(void *context, const char *bytes, unsigned count, int left, int top, int right, int bottom);

/// Calls `found` for every QR code in a grey picture without padding. Nothing happens when the library is not there.
void CZBarScan(const unsigned char *pixels, unsigned width, unsigned height, CZBarFound found, void *context);

#endif
