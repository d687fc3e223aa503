#include "CStampModel.h"

static const uint8_t model[] = {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "stamp-model.bin"
#pragma clang diagnostic pop
};

const uint8_t *stamp_model_bytes(void) { return model; }

size_t stamp_model_size(void) { return sizeof model; }
