#ifndef TRAMQUET_WORD_MODEL_H
#define TRAMQUET_WORD_MODEL_H

#include <stddef.h>
#include <stdint.h>

/// word-model.bin as Sources/Scripts/make-word-model writes it: part of the program, read from its file page by page as it is
/// asked for, and shared by all processes.
const uint8_t *word_model_bytes(void);
size_t word_model_size(void);

#endif
