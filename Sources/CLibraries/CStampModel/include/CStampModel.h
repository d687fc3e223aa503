#ifndef TRAMQUET_STAMP_MODEL_H
#define TRAMQUET_STAMP_MODEL_H

#include <stddef.h>
#include <stdint.h>

/// stamp-model.bin as Sources/Scripts/make-stamp-model writes it, which says how it lies.
const uint8_t *stamp_model_bytes(void);
size_t stamp_model_size(void);

#endif
