// libzint: QR codes as modules. Debian: libzint-dev.
#pragma once
#include <zint.h>

// Swift does not import arrays of this size.
static inline int czint_is_dark(const struct zint_symbol *symbol, int row, int column) {
    return (symbol->encoded_data[row][column >> 3] >> (column & 7)) & 1;
}
