#ifndef CSANE_SHIM_H
#define CSANE_SHIM_H
#include <sane/sane.h>
#include <sane/saneopts.h>
#endif
