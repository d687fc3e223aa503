// zlib: the Flate filter of PDF. Debian: zlib1g-dev.
#pragma once
#include <zlib.h>
