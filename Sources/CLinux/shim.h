#pragma once
// Linux calls that Swift cannot import (variadic) or that Glibc's module leaves out.
#include <sys/prctl.h>
#include <wchar.h>
